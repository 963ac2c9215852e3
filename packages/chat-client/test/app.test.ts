// Generated from the OpenAPI document; change the document or the templates instead.
import { describe, test } from '@jest/globals';
import { setUp } from './support/set-up.js';

describe('getApp', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.getApp();
    await check(response, {
      method: 'GET',
      path: '/api/v2/app',
      credentials: ['apiKey', 'token'],
      dates: [
        '/app/call_types/key/created_at',
        '/app/call_types/key/updated_at',
        '/app/channel_configs/key/created_at',
        '/app/channel_configs/key/updated_at',
        '/app/event_hooks/0/created_at',
        '/app/event_hooks/0/updated_at',
        '/app/policies/key/0/created_at',
        '/app/policies/key/0/updated_at',
        '/app/push_notifications/providers/0/created_at',
        '/app/push_notifications/providers/0/disabled_at',
        '/app/push_notifications/providers/0/push_templates/0/created_at',
        '/app/push_notifications/providers/0/push_templates/0/updated_at',
        '/app/push_notifications/providers/0/updated_at',
        '/app/revoke_tokens_issued_before',
      ],
    });
  });
});

describe('updateApp', () => {
  test('default', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateApp({
      activity_metrics_config: {},
      allowed_flag_reasons: [],
      apn_config: { Disabled: false },
    });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/app',
      body: {
        kind: 'json',
        value: {
          activity_metrics_config: {},
          allowed_flag_reasons: [],
          apn_config: { Disabled: false },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with async_moderation_config and async_url_enrich_enabled', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateApp({
      async_moderation_config: { callback: { mode: 'CALLBACK_MODE_REST' } },
      async_url_enrich_enabled: false,
    });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/app',
      body: {
        kind: 'json',
        value: {
          async_moderation_config: {
            callback: { mode: 'CALLBACK_MODE_REST' },
          },
          async_url_enrich_enabled: false,
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with auto_translation_enabled and before_message_send_hook_url', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateApp({
      auto_translation_enabled: false,
      before_message_send_hook_url: 'value',
    });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/app',
      body: {
        kind: 'json',
        value: {
          auto_translation_enabled: false,
          before_message_send_hook_url: 'value',
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('with cdn_expiration_seconds and channel_hide_members_only', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateApp({
      cdn_expiration_seconds: 86400,
      channel_hide_members_only: false,
    });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/app',
      body: {
        kind: 'json',
        value: {
          cdn_expiration_seconds: 86400,
          channel_hide_members_only: false,
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('every parameter', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateApp({
      activity_metrics_config: { key: 565 },
      allowed_flag_reasons: ['allowed_flag_reasons'],
      apn_config: {
        Disabled: true,
        auth_key: 'auth_key',
        auth_type: 'certificate',
        bundle_id: 'bundle_id',
        development: true,
        host: 'host',
        key_id: 'key_id',
        notification_template: 'notification_template',
        p12_cert: 'p12_cert',
        team_id: 'team_id',
      },
      async_moderation_config: {
        callback: {
          mode: 'CALLBACK_MODE_NONE',
          server_url: 'server_url',
        },
        timeout_ms: 53,
      },
      async_url_enrich_enabled: true,
      auto_translation_enabled: true,
      before_message_send_hook_url: 'before_message_send_hook_url',
      cdn_expiration_seconds: 14657,
      channel_hide_members_only: true,
      custom_action_handler_url: 'custom_action_handler_url',
      datadog_info: {
        api_key: 'api_key',
        enabled: true,
        site: 'site',
      },
      disable_auth_checks: true,
      disable_permissions_checks: true,
      enforce_unique_usernames: 'no',
      event_hooks: [
        {
          callback: {
            mode: 'CALLBACK_MODE_NONE',
            server_url: 'server_url',
          },
          created_at: new Date('2026-01-02T03:04:05.678Z'),
          enabled: true,
          event_types: ['event_types'],
          hook_type: 'hook_type',
          id: 'id',
          product: 'product',
          should_send_custom_events: true,
          sns_auth_type: 'sns_auth_type',
          sns_event_based_message_group_id_enabled: true,
          sns_key: 'sns_key',
          sns_region: 'sns_region',
          sns_role_arn: 'sns_role_arn',
          sns_secret: 'sns_secret',
          sns_topic_arn: 'sns_topic_arn',
          sqs_auth_type: 'sqs_auth_type',
          sqs_key: 'sqs_key',
          sqs_queue_url: 'sqs_queue_url',
          sqs_region: 'sqs_region',
          sqs_role_arn: 'sqs_role_arn',
          sqs_secret: 'sqs_secret',
          timeout_ms: 53,
          updated_at: new Date('2026-01-02T03:04:05.678Z'),
          webhook_url: 'webhook_url',
        },
      ],
      feeds_moderation_enabled: true,
      feeds_v2_region: 'feeds_v2_region',
      file_upload_config: {
        allowed_file_extensions: ['allowed_file_extensions'],
        allowed_mime_types: ['allowed_mime_types'],
        blocked_file_extensions: ['blocked_file_extensions'],
        blocked_mime_types: ['blocked_mime_types'],
        size_limit: 268,
      },
      firebase_config: {
        Disabled: true,
        apn_template: 'apn_template',
        credentials_json: 'credentials_json',
        data_template: 'data_template',
        notification_template: 'notification_template',
        server_key: 'server_key',
      },
      grants: { key: ['key'] },
      guest_user_creation_disabled: true,
      huawei_config: { Disabled: true, id: 'id', secret: 'secret' },
      image_moderation_block_labels: ['image_moderation_block_labels'],
      image_moderation_enabled: true,
      image_moderation_labels: ['image_moderation_labels'],
      image_upload_config: {
        allowed_file_extensions: ['allowed_file_extensions'],
        allowed_mime_types: ['allowed_mime_types'],
        blocked_file_extensions: ['blocked_file_extensions'],
        blocked_mime_types: ['blocked_mime_types'],
        size_limit: 268,
      },
      max_aggregated_activities_length: 826,
      migrate_permissions_to_v2: true,
      moderation_analytics_enabled: true,
      moderation_dashboard_preferences: {
        allowed_moderation_action_reasons: ['allowed_moderation_action_reasons'],
        async_review_queue_upsert: true,
        disable_audit_logs: true,
        disable_flagging_reviewed_entity: true,
        escalation_queue_enabled: true,
        escalation_reasons: ['escalation_reasons'],
        flag_user_on_flagged_content: true,
        keyframe_classifications_map: { key: { key: true } },
        media_queue_blur_enabled: true,
        overview_dashboard: {
          default_date_range_days: 319,
          visible_charts: ['visible_charts'],
        },
      },
      moderation_enabled: true,
      moderation_s3_image_access_role_arn: 'moderation_s3_image_access_role_arn',
      moderation_webhook_url: 'moderation_webhook_url',
      multi_tenant_enabled: true,
      permission_version: 'v1',
      push_config: { offline_only: true, version: 'v1' },
      reminders_interval: 923,
      reminders_max_members: 459,
      revoke_tokens_issued_before: new Date('2026-01-02T03:04:05.678Z'),
      sns_key: 'sns_key',
      sns_secret: 'sns_secret',
      sns_topic_arn: 'sns_topic_arn',
      sqs_key: 'sqs_key',
      sqs_secret: 'sqs_secret',
      sqs_url: 'sqs_url',
      user_response_time_enabled: true,
      user_search_disallowed_roles: ['user_search_disallowed_roles'],
      webhook_events: ['webhook_events'],
      webhook_url: 'webhook_url',
      xiaomi_config: {
        Disabled: true,
        package_name: 'package_name',
        secret: 'secret',
      },
    });
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/app',
      body: {
        kind: 'json',
        value: {
          activity_metrics_config: { key: 565 },
          allowed_flag_reasons: ['allowed_flag_reasons'],
          apn_config: {
            Disabled: true,
            auth_key: 'auth_key',
            auth_type: 'certificate',
            bundle_id: 'bundle_id',
            development: true,
            host: 'host',
            key_id: 'key_id',
            notification_template: 'notification_template',
            p12_cert: 'p12_cert',
            team_id: 'team_id',
          },
          async_moderation_config: {
            callback: {
              mode: 'CALLBACK_MODE_NONE',
              server_url: 'server_url',
            },
            timeout_ms: 53,
          },
          async_url_enrich_enabled: true,
          auto_translation_enabled: true,
          before_message_send_hook_url: 'before_message_send_hook_url',
          cdn_expiration_seconds: 14657,
          channel_hide_members_only: true,
          custom_action_handler_url: 'custom_action_handler_url',
          datadog_info: {
            api_key: 'api_key',
            enabled: true,
            site: 'site',
          },
          disable_auth_checks: true,
          disable_permissions_checks: true,
          enforce_unique_usernames: 'no',
          event_hooks: [
            {
              callback: {
                mode: 'CALLBACK_MODE_NONE',
                server_url: 'server_url',
              },
              created_at: '2026-01-02T03:04:05.678Z',
              enabled: true,
              event_types: ['event_types'],
              hook_type: 'hook_type',
              id: 'id',
              product: 'product',
              should_send_custom_events: true,
              sns_auth_type: 'sns_auth_type',
              sns_event_based_message_group_id_enabled: true,
              sns_key: 'sns_key',
              sns_region: 'sns_region',
              sns_role_arn: 'sns_role_arn',
              sns_secret: 'sns_secret',
              sns_topic_arn: 'sns_topic_arn',
              sqs_auth_type: 'sqs_auth_type',
              sqs_key: 'sqs_key',
              sqs_queue_url: 'sqs_queue_url',
              sqs_region: 'sqs_region',
              sqs_role_arn: 'sqs_role_arn',
              sqs_secret: 'sqs_secret',
              timeout_ms: 53,
              updated_at: '2026-01-02T03:04:05.678Z',
              webhook_url: 'webhook_url',
            },
          ],
          feeds_moderation_enabled: true,
          feeds_v2_region: 'feeds_v2_region',
          file_upload_config: {
            allowed_file_extensions: ['allowed_file_extensions'],
            allowed_mime_types: ['allowed_mime_types'],
            blocked_file_extensions: ['blocked_file_extensions'],
            blocked_mime_types: ['blocked_mime_types'],
            size_limit: 268,
          },
          firebase_config: {
            Disabled: true,
            apn_template: 'apn_template',
            credentials_json: 'credentials_json',
            data_template: 'data_template',
            notification_template: 'notification_template',
            server_key: 'server_key',
          },
          grants: { key: ['key'] },
          guest_user_creation_disabled: true,
          huawei_config: {
            Disabled: true,
            id: 'id',
            secret: 'secret',
          },
          image_moderation_block_labels: ['image_moderation_block_labels'],
          image_moderation_enabled: true,
          image_moderation_labels: ['image_moderation_labels'],
          image_upload_config: {
            allowed_file_extensions: ['allowed_file_extensions'],
            allowed_mime_types: ['allowed_mime_types'],
            blocked_file_extensions: ['blocked_file_extensions'],
            blocked_mime_types: ['blocked_mime_types'],
            size_limit: 268,
          },
          max_aggregated_activities_length: 826,
          migrate_permissions_to_v2: true,
          moderation_analytics_enabled: true,
          moderation_dashboard_preferences: {
            allowed_moderation_action_reasons: [
              'allowed_moderation_action_reasons',
            ],
            async_review_queue_upsert: true,
            disable_audit_logs: true,
            disable_flagging_reviewed_entity: true,
            escalation_queue_enabled: true,
            escalation_reasons: ['escalation_reasons'],
            flag_user_on_flagged_content: true,
            keyframe_classifications_map: { key: { key: true } },
            media_queue_blur_enabled: true,
            overview_dashboard: {
              default_date_range_days: 319,
              visible_charts: ['visible_charts'],
            },
          },
          moderation_enabled: true,
          moderation_s3_image_access_role_arn: 'moderation_s3_image_access_role_arn',
          moderation_webhook_url: 'moderation_webhook_url',
          multi_tenant_enabled: true,
          permission_version: 'v1',
          push_config: { offline_only: true, version: 'v1' },
          reminders_interval: 923,
          reminders_max_members: 459,
          revoke_tokens_issued_before: '2026-01-02T03:04:05.678Z',
          sns_key: 'sns_key',
          sns_secret: 'sns_secret',
          sns_topic_arn: 'sns_topic_arn',
          sqs_key: 'sqs_key',
          sqs_secret: 'sqs_secret',
          sqs_url: 'sqs_url',
          user_response_time_enabled: true,
          user_search_disallowed_roles: ['user_search_disallowed_roles'],
          webhook_events: ['webhook_events'],
          webhook_url: 'webhook_url',
          xiaomi_config: {
            Disabled: true,
            package_name: 'package_name',
            secret: 'secret',
          },
        },
      },
      credentials: ['apiKey', 'token'],
    });
  });

  test('no field of the body', async () => {
    const { chat, check } = setUp();
    const response = await chat.updateApp();
    await check(response, {
      method: 'PATCH',
      path: '/api/v2/app',
      body: { kind: 'json', value: {} },
      credentials: ['apiKey', 'token'],
    });
  });
});
