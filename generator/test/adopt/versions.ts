import type { Draft } from './vendor-sample.js';

const text = { type: 'string' };
const instant = { type: 'number', format: 'date-time' };
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });

/** One version of the vendor's file after another: what changes from the one before. */
export const VERSIONS: readonly { readonly name: string; readonly change: (file: Draft) => void }[] = [
  {
    name: 'fields, parameters and values are added',
    change: ({ paths, components: { schemas } }) => {
      schemas.CreatePollRequest.properties.is_secret = { type: 'boolean', title: 'is secret', 'x-stream-index': '099' };
      schemas.CreatePollRequest.properties.voting_visibility.enum.push('hosts');
      schemas.CreatePollRequest.properties.max_votes_allowed.maximum = 20;
      schemas.PollResponseData.properties.closed_at = instant;
      schemas.PollResponseData.required.push('closed_at');
      schemas.CreateRoleRequest.properties.scope = { type: 'string', enum: ['app', 'team'] };
      schemas.CreateRoleRequest.required.push('scope');
      schemas.UserResponse.properties.nickname = { type: 'string', nullable: true, maxLength: 40 };
      const parameters = paths['/api/v2/polls/{poll_id}'].get.parameters;
      parameters.push({ name: 'include_votes', in: 'query', schema: { type: 'boolean', writeOnly: true } });
      paths['/api/v2/app'].get.parameters = [{ name: 'fields', in: 'query', schema: { type: 'array', items: text } }];
      paths['/api/v2/app'].get.responses['403'] = paths['/api/v2/app'].get.responses['400'];
      paths['/api/v2/app'].get.deprecated = true;
    },
  },
  {
    name: 'fields, parameters, values and operations are removed',
    change: ({ paths, components: { schemas } }) => {
      delete schemas.BlockListResponse.properties.is_leet_check_enabled;
      schemas.BlockListResponse.required = schemas.BlockListResponse.required.filter(
        (name: string) => name !== 'is_leet_check_enabled',
      );
      schemas.CreatePollRequest.properties.voting_visibility.enum = ['public', 'hosts'];
      delete schemas.CreatePollRequest.properties.max_votes_allowed.maximum;
      delete schemas.ChannelOwnCapability.enum[0];
      schemas.ChannelOwnCapability.enum = schemas.ChannelOwnCapability.enum.filter(Boolean);
      delete paths['/api/v2/check_sns'];
      delete schemas.CheckSNSRequest;
      delete schemas.CheckSNSResponse;
      paths['/api/v2/polls/{poll_id}'].delete.parameters.pop();
      schemas.UserRequest.required = ['id', 'name'];
    },
  },
  {
    name: 'fields and schemas are renamed, and some are back',
    change: ({ paths, components: { schemas } }) => {
      schemas.BlockListResponse.properties.is_leet_check_enabled = { type: 'boolean' };
      schemas.BlockListResponse.required.push('is_leet_check_enabled');
      const { organization_name, ...others } = { ...schemas.AppResponseFields.properties, organization_name: text };
      schemas.AppResponseFields.properties = { ...others, org_name: organization_name };
      const { poll_closed_text, ...fields } = schemas.PollOptionInput.properties;
      schemas.PollOptionInput.properties = { ...fields, label: poll_closed_text ?? text };
      schemas.LinkPreview = schemas.GetOGResponse;
      delete schemas.GetOGResponse;
      paths['/api/v2/og'].get.responses['200'].content = json(reference('LinkPreview'));
      paths['/api/v2/roles'].get.operationId = 'QueryRoles';
    },
  },
  {
    name: 'types change',
    change: ({ paths, components: { schemas } }) => {
      schemas.QueryPollsRequest.properties.limit = { type: 'string', maxLength: 3 };
      schemas.RateLimitRule = {
        type: 'object',
        required: ['every'],
        properties: { every: text, times: { type: 'integer' } },
      };
      schemas.LimitInfoResponse.properties.limit = reference('RateLimitRule');
      schemas.Attachment.properties.fallback = { type: 'array', items: reference('RateLimitRule'), maxItems: 4 };
      schemas.PollResponseData.properties.custom.additionalProperties = text;
      schemas.DeviceResponse.properties.disabled = text;
      paths['/api/v2/polls/{poll_id}'].get.parameters[0].schema = { type: 'integer', format: 'int64' };
    },
  },
  {
    name: 'operations are added, move and come back',
    change: ({ paths, components: { schemas } }) => {
      const failure = paths['/api/v2/app'].get.responses['400'];
      const replies = (name: string) => ({
        200: { description: 'Success', content: json(reference(name)) },
        400: failure,
        429: failure,
      });
      const about = { tags: ['product:common'], summary: 'New', description: 'New.' };
      schemas.ClosePollInput = {
        type: 'object',
        nullable: true,
        properties: { reason: text, by: reference('UserRequest') },
      };
      const body = { required: true, content: json(reference('ClosePollInput')) };
      const id = { name: 'poll_id', in: 'path', required: true, schema: text };
      const close = {
        operationId: 'ClosePoll',
        parameters: [id],
        requestBody: body,
        responses: replies('PollResponse'),
      };
      paths['/api/v2/polls/{poll_id}/close'] = { post: { ...close, ...about } };
      schemas.Campaign = {
        type: 'object',
        required: ['id', 'at'],
        properties: { id: text, at: instant, owner: reference('UserResponse') },
      };
      const list = { type: 'array', items: reference('Campaign') };
      schemas.ListCampaigns = { type: 'object', required: ['campaigns'], properties: { campaigns: list } };
      const campaigns = { operationId: 'ListCampaigns', responses: replies('ListCampaigns') };
      paths['/api/v2/campaigns'] = { get: { ...campaigns, ...about } };
      paths['/api/v2/campaigns/{id}'] = {
        get: {
          operationId: 'GetCampaign',
          parameters: [{ ...id, name: 'id' }],
          responses: replies('Campaign'),
          ...about,
        },
      };
      paths['/api/v2/app'].delete = { operationId: 'DeleteApp', responses: replies('Response'), ...about };
      paths['/api/v2/guests'] = paths['/api/v2/guest'];
      delete paths['/api/v2/guest'];
    },
  },
];

/** The version that the page about updates takes over. */
export function changeForPage({ info, paths, components: { schemas } }: Draft): void {
  info.version = 'v227.0.0';
  schemas.CreatePollRequest.properties.is_secret = { type: 'boolean' };
  schemas.PollResponseData.properties.closed_at = instant;
  schemas.PollResponseData.required.push('closed_at');
  delete schemas.BlockListResponse.properties.is_leet_check_enabled;
  schemas.BlockListResponse.required = schemas.BlockListResponse.required.filter(
    (name: string) => name !== 'is_leet_check_enabled',
  );
  delete schemas.DeviceResponse.properties.disabled_reason;
  schemas.DeviceResponse.properties.disable_reason = text;
  schemas.CreatePollRequest.properties.voting_visibility.enum = ['public'];
  const failure = paths['/api/v2/app'].get.responses['400'];
  paths['/api/v2/polls/{poll_id}/close'] = {
    post: {
      operationId: 'ClosePoll',
      tags: ['product:common'],
      parameters: [{ name: 'poll_id', in: 'path', required: true, schema: text }],
      responses: {
        200: { description: 'Success', content: json(reference('PollResponse')) },
        400: failure,
        429: failure,
      },
    },
  };
}
