// Generated from the API description; changes belong in the description or the templates.
import type * as types from '@scope/chat-types';
import { channelMemberResponse, channelResponse, draftResponse, messageResponse, pollResponseData, pollVoteResponseData, reactionResponse, reminderResponseData, userGroupResponse, userResponse } from './dates.js';
import type { DatePlan } from './runtime/dates.js';

/**
 * What the service delivers to webhooks and queues. The description has no schemas for events: the fields named here are typed and
 * their date-times are `Date`s where an event has them; every other field is as it came. New types of events come without notice.
 */
export interface WebhookEvent {
  /** What happened, such as `message.new`. */
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

/** Where events hold date-times. */
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
