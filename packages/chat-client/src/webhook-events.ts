// Generated from the OpenAPI document; change the document or the templates instead.
import type * as types from '@scope/chat-types';
import { channelMemberResponse, channelResponse, draftResponse, messageResponse, pollResponseData, pollVoteResponseData, reactionResponse, reminderResponseData, userGroupResponse, userResponse } from './dates.js';
import type { DatePlan } from './runtime/response/dates.js';

/**
 * An event delivered to webhooks and queues. The spec has no schemas for events: the fields listed here are typed, with their
 * date-times as `Date`s; all other fields are unchanged. Events may have types that are not known yet.
 */
export interface WebhookEvent {
  /** The type of the event, such as `message.new`. */
  readonly type: string;
  readonly created_at: Date;
  readonly received_at?: Date;
  readonly channel?: types.ChannelResponse;
  readonly created_by?: types.UserResponse;
  readonly draft?: types.DraftResponse;
  readonly member?: types.ChannelMemberResponse;
  readonly members?: types.ChannelMemberResponse[];
  readonly message?: types.MessageResponse;
  readonly poll?: types.PollResponseData;
  readonly poll_vote?: types.PollVoteResponseData;
  readonly reaction?: types.ReactionResponse;
  readonly reminder?: types.ReminderResponseData;
  readonly target_user?: types.UserResponse;
  readonly thread_participants?: types.UserResponse[];
  readonly user?: types.UserResponse;
  readonly user_group?: types.UserGroupResponse;
  readonly [field: string]: unknown;
}

/** Where events contain date-times. */
export const webhookDates: DatePlan = {
  created_at: 1,
  received_at: 1,
  channel: channelResponse,
  created_by: userResponse,
  draft: draftResponse,
  member: channelMemberResponse,
  members: [channelMemberResponse],
  message: messageResponse,
  poll: pollResponseData,
  poll_vote: pollVoteResponseData,
  reaction: reactionResponse,
  reminder: reminderResponseData,
  target_user: userResponse,
  thread_participants: [userResponse],
  user: userResponse,
  user_group: userGroupResponse,
};
