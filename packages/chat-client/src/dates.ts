// Generated from the OpenAPI document; change the document or the templates instead.
import type { DatePlan } from './runtime/response/dates.js';

const messageResponseAgain = (): DatePlan => messageResponse;

const sharedLocationResponseDataAgain = (): DatePlan => sharedLocationResponseData;

export const callType: DatePlan = { created_at: 1, updated_at: 1 };

export const channelConfig: DatePlan = { created_at: 1, updated_at: 1 };

export const eventHook: DatePlan = { created_at: 1, updated_at: 1 };

export const policy: DatePlan = { created_at: 1, updated_at: 1 };

export const pushTemplate: DatePlan = { created_at: 1, updated_at: 1 };

export const pushProvider: DatePlan = { created_at: 1, disabled_at: 1, push_templates: [pushTemplate], updated_at: 1 };

export const pushNotificationFields: DatePlan = { providers: [pushProvider] };

export const appResponseFields: DatePlan = { call_types: ['*', callType], channel_configs: ['*', channelConfig], event_hooks: [eventHook], policies: ['*', [policy]], push_notifications: pushNotificationFields, revoke_tokens_issued_before: 1 };

export const getApplicationResponse: DatePlan = { app: appResponseFields };

export const blockListResponse: DatePlan = { created_at: 1, updated_at: 1 };

export const listBlockListResponse: DatePlan = { blocklists: [blockListResponse] };

export const createBlockListResponse: DatePlan = { blocklist: blockListResponse };

export const getBlockListResponse: DatePlan = { blocklist: blockListResponse };

export const updateBlockListResponse: DatePlan = { blocklist: blockListResponse };

export const deviceResponse: DatePlan = { created_at: 1 };

export const listDevicesResponse: DatePlan = { devices: [deviceResponse] };

export const pushNotificationSettingsResponse: DatePlan = { disabled_until: 1 };

export const userResponse: DatePlan = { ban_expires: 1, created_at: 1, deactivated_at: 1, deleted_at: 1, devices: [deviceResponse], last_active: 1, push_notifications: pushNotificationSettingsResponse, revoke_tokens_issued_before: 1, updated_at: 1 };

export const createGuestResponse: DatePlan = { user: userResponse };

export const importTaskHistory: DatePlan = { created_at: 1 };

export const importTask: DatePlan = { created_at: 1, history: [importTaskHistory], updated_at: 1 };

export const listImportsResponse: DatePlan = { import_tasks: [importTask] };

export const createImportResponse: DatePlan = { import_task: importTask };

export const importV2TaskItem: DatePlan = { created_at: 1, updated_at: 1 };

export const listImportV2TasksResponse: DatePlan = { import_tasks: [importV2TaskItem] };

export const createImportV2TaskResponse: DatePlan = { created_at: 1, updated_at: 1 };

export const getExternalStorageResponse: DatePlan = { created_at: 1, updated_at: 1 };

export const getImportV2TaskResponse: DatePlan = { created_at: 1, updated_at: 1 };

export const getImportResponse: DatePlan = { import_task: importTask };

export const pollVoteResponseData: DatePlan = { created_at: 1, updated_at: 1, user: userResponse };

export const pollResponseData: DatePlan = { created_at: 1, created_by: userResponse, latest_answers: [pollVoteResponseData], latest_votes_by_option: ['*', [pollVoteResponseData]], own_votes: [pollVoteResponseData], updated_at: 1 };

export const pollResponse: DatePlan = { poll: pollResponseData };

export const queryPollsResponse: DatePlan = { polls: [pollResponseData] };

export const pollVotesResponse: DatePlan = { votes: [pollVoteResponseData] };

export const channelPushPreferencesResponse: DatePlan = { disabled_until: 1 };

export const pushPreferencesResponse: DatePlan = { disabled_until: 1 };

export const upsertPushPreferencesResponse: DatePlan = { user_channel_preferences: ['*', ['*', channelPushPreferencesResponse]], user_preferences: ['*', pushPreferencesResponse] };

export const pushProviderResponse: DatePlan = { created_at: 1, disabled_at: 1, updated_at: 1 };

export const listPushProvidersResponse: DatePlan = { push_providers: [pushProviderResponse] };

export const upsertPushProviderResponse: DatePlan = { push_provider: pushProviderResponse };

export const pushTemplateResponse: DatePlan = { created_at: 1, updated_at: 1 };

export const getPushTemplatesResponse: DatePlan = { templates: [pushTemplateResponse] };

export const upsertPushTemplateResponse: DatePlan = { template: pushTemplateResponse };

export const role: DatePlan = { created_at: 1, updated_at: 1 };

export const listRolesResponse: DatePlan = { roles: [role] };

export const createRoleResponse: DatePlan = { role: role };

export const getTaskResponse: DatePlan = { created_at: 1, updated_at: 1 };

export const userGroupMember: DatePlan = { created_at: 1 };

export const userGroupResponse: DatePlan = { created_at: 1, members: [userGroupMember], updated_at: 1 };

export const listUserGroupsResponse: DatePlan = { user_groups: [userGroupResponse] };

export const createUserGroupResponse: DatePlan = { user_group: userGroupResponse };

export const searchUserGroupsResponse: DatePlan = { user_groups: [userGroupResponse] };

export const getUserGroupResponse: DatePlan = { user_group: userGroupResponse };

export const updateUserGroupResponse: DatePlan = { user_group: userGroupResponse };

export const addUserGroupMembersResponse: DatePlan = { user_group: userGroupResponse };

export const removeUserGroupMembersResponse: DatePlan = { user_group: userGroupResponse };

export const command: DatePlan = { created_at: 1, updated_at: 1 };

export const channelConfigWithInfo: DatePlan = { commands: [command], created_at: 1, updated_at: 1 };

export const channelMemberResponse: DatePlan = { archived_at: 1, ban_expires: 1, created_at: 1, deleted_at: 1, invite_accepted_at: 1, invite_rejected_at: 1, pinned_at: 1, updated_at: 1, user: userResponse };

export const channelResponse: DatePlan = { config: channelConfigWithInfo, created_at: 1, created_by: userResponse, deleted_at: 1, hide_messages_before: 1, last_message_at: 1, members: [channelMemberResponse], mute_expires_at: 1, truncated_at: 1, truncated_by: userResponse, updated_at: 1 };

export const channelMute: DatePlan = { channel: channelResponse, created_at: 1, expires: 1, updated_at: 1, user: userResponse };

export const userMuteResponse: DatePlan = { created_at: 1, expires: 1, target: userResponse, updated_at: 1, user: userResponse };

export const fullUserResponse: DatePlan = { ban_expires: 1, channel_mutes: [channelMute], created_at: 1, deactivated_at: 1, deleted_at: 1, devices: [deviceResponse], last_active: 1, mutes: [userMuteResponse], revoke_tokens_issued_before: 1, updated_at: 1 };

export const queryUsersResponse: DatePlan = { users: [fullUserResponse] };

export const updateUsersResponse: DatePlan = { users: ['*', fullUserResponse] };

export const blockedUserResponse: DatePlan = { blocked_user: userResponse, created_at: 1, user: userResponse };

export const getBlockedUsersResponse: DatePlan = { blocks: [blockedUserResponse] };

export const blockUsersResponse: DatePlan = { created_at: 1 };

export const draftPayloadResponse: DatePlan = { mentioned_users: [userResponse] };

export const draftResponse: DatePlan = { channel: channelResponse, created_at: 1, message: draftPayloadResponse, parent_message: messageResponseAgain, quoted_message: messageResponseAgain };

export const reactionResponse: DatePlan = { created_at: 1, updated_at: 1, user: userResponse };

export const reactionGroupUserResponse: DatePlan = { created_at: 1, user: userResponse };

export const reactionGroupResponse: DatePlan = { first_reaction_at: 1, last_reaction_at: 1, latest_reactions_by: [reactionGroupUserResponse] };

export const reminderResponseData: DatePlan = { channel: channelResponse, created_at: 1, message: messageResponseAgain, remind_at: 1, updated_at: 1, user: userResponse };

export const messageResponse: DatePlan = { created_at: 1, deleted_at: 1, draft: draftResponse, latest_reactions: [reactionResponse], member: channelMemberResponse, mentioned_users: [userResponse], message_text_updated_at: 1, own_reactions: [reactionResponse], pin_expires: 1, pinned_at: 1, pinned_by: userResponse, poll: pollResponseData, quoted_message: messageResponseAgain, reaction_groups: ['*', reactionGroupResponse], reminder: reminderResponseData, shared_location: sharedLocationResponseDataAgain, thread_participants: [userResponse], updated_at: 1, user: userResponse };

export const sharedLocationResponseData: DatePlan = { channel: channelResponse, created_at: 1, end_at: 1, message: messageResponse, updated_at: 1 };

export const sharedLocationsResponse: DatePlan = { active_live_locations: [sharedLocationResponseData] };

export const sharedLocationResponse: DatePlan = { channel: channelResponse, created_at: 1, end_at: 1, message: messageResponse, updated_at: 1 };

export const deactivateUserResponse: DatePlan = { user: userResponse };

export const exportUserResponse: DatePlan = { messages: [messageResponse], reactions: [reactionResponse], user: userResponse };

export const reactivateUserResponse: DatePlan = { user: userResponse };
