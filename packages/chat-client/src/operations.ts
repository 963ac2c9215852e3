// Generated from the API description; changes belong in the description or the templates.
import {
  addUserGroupMembersResponse,
  blockUsersResponse,
  createBlockListResponse,
  createGuestResponse,
  createImportResponse,
  createImportV2TaskResponse,
  createRoleResponse,
  createUserGroupResponse,
  deactivateUserResponse,
  exportUserResponse,
  getApplicationResponse,
  getBlockListResponse,
  getBlockedUsersResponse,
  getExternalStorageResponse,
  getImportResponse,
  getImportV2TaskResponse,
  getPushTemplatesResponse,
  getTaskResponse,
  getUserGroupResponse,
  listBlockListResponse,
  listDevicesResponse,
  listImportV2TasksResponse,
  listImportsResponse,
  listPushProvidersResponse,
  listRolesResponse,
  listUserGroupsResponse,
  pollResponse,
  pollVotesResponse,
  queryPollsResponse,
  queryUsersResponse,
  reactivateUserResponse,
  removeUserGroupMembersResponse,
  searchUserGroupsResponse,
  sharedLocationResponse,
  sharedLocationsResponse,
  updateBlockListResponse,
  updateUserGroupResponse,
  updateUsersResponse,
  upsertPushPreferencesResponse,
  upsertPushProviderResponse,
  upsertPushTemplateResponse,
} from './dates.js';
import type { Operation } from './runtime/operation.js';
import type { PagedOperation } from './runtime/pages.js';

export const getApp: Operation = {
  method: 'GET',
  path: '/api/v2/app',
  reply: 'object',
  dates: getApplicationResponse,
};

export const updateApp: Operation = {
  method: 'PATCH',
  path: '/api/v2/app',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const listBlockLists: Operation = {
  method: 'GET',
  path: '/api/v2/blocklists',
  parameters: [
    { name: 'team', in: 'query' },
  ],
  reply: 'object',
  dates: listBlockListResponse,
};

export const createBlockList: Operation = {
  method: 'POST',
  path: '/api/v2/blocklists',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: createBlockListResponse,
};

export const getBlockList: Operation = {
  method: 'GET',
  path: '/api/v2/blocklists/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
    { name: 'team', in: 'query' },
  ],
  reply: 'object',
  dates: getBlockListResponse,
};

export const updateBlockList: Operation = {
  method: 'PUT',
  path: '/api/v2/blocklists/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: updateBlockListResponse,
};

export const deleteBlockList: Operation = {
  method: 'DELETE',
  path: '/api/v2/blocklists/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
    { name: 'team', in: 'query' },
  ],
  reply: 'object',
};

export const checkPush: Operation = {
  method: 'POST',
  path: '/api/v2/check_push',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const checkSNS: Operation = {
  method: 'POST',
  path: '/api/v2/check_sns',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const checkSQS: Operation = {
  method: 'POST',
  path: '/api/v2/check_sqs',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const listDevices: Operation = {
  method: 'GET',
  path: '/api/v2/devices',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  dates: listDevicesResponse,
};

export const createDevice: Operation = {
  method: 'POST',
  path: '/api/v2/devices',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const deleteDevice: Operation = {
  method: 'DELETE',
  path: '/api/v2/devices',
  parameters: [
    { name: 'id', in: 'query', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
};

export const exportUsers: Operation = {
  method: 'POST',
  path: '/api/v2/export/users',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const listExternalStorage: Operation = {
  method: 'GET',
  path: '/api/v2/external_storage',
  reply: 'object',
};

export const createExternalStorage: Operation = {
  method: 'POST',
  path: '/api/v2/external_storage',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const updateExternalStorage: Operation = {
  method: 'PUT',
  path: '/api/v2/external_storage/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const deleteExternalStorage: Operation = {
  method: 'DELETE',
  path: '/api/v2/external_storage/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
};

export const checkExternalStorage: Operation = {
  method: 'GET',
  path: '/api/v2/external_storage/{name}/check',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
};

export const createGuest: Operation = {
  method: 'POST',
  path: '/api/v2/guest',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: createGuestResponse,
};

export const createImportURL: Operation = {
  method: 'POST',
  path: '/api/v2/import_urls',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const listImports: Operation = {
  method: 'GET',
  path: '/api/v2/imports',
  reply: 'object',
  dates: listImportsResponse,
};

export const createImport: Operation = {
  method: 'POST',
  path: '/api/v2/imports',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: createImportResponse,
};

export const listImportV2Tasks: Operation = {
  method: 'GET',
  path: '/api/v2/imports/v2',
  parameters: [
    { name: 'state', in: 'query' },
  ],
  reply: 'object',
  dates: listImportV2TasksResponse,
};

export const createImportV2Task: Operation = {
  method: 'POST',
  path: '/api/v2/imports/v2',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: createImportV2TaskResponse,
};

export const getImporterExternalStorage: Operation = {
  method: 'GET',
  path: '/api/v2/imports/v2/external-storage',
  reply: 'object',
  dates: getExternalStorageResponse,
};

export const upsertImporterExternalStorage: Operation = {
  method: 'PUT',
  path: '/api/v2/imports/v2/external-storage',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const deleteImporterExternalStorage: Operation = {
  method: 'DELETE',
  path: '/api/v2/imports/v2/external-storage',
  reply: 'object',
};

export const validateImporterExternalStorage: Operation = {
  method: 'POST',
  path: '/api/v2/imports/v2/external-storage/validate',
  reply: 'object',
};

export const getImportV2Task: Operation = {
  method: 'GET',
  path: '/api/v2/imports/v2/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
  dates: getImportV2TaskResponse,
};

export const deleteImportV2Task: Operation = {
  method: 'DELETE',
  path: '/api/v2/imports/v2/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
};

export const getImport: Operation = {
  method: 'GET',
  path: '/api/v2/imports/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
  dates: getImportResponse,
};

export const getOG: Operation = {
  method: 'GET',
  path: '/api/v2/og',
  parameters: [
    { name: 'url', in: 'query', required: true },
  ],
  reply: 'object',
};

export const listPermissions: Operation = {
  method: 'GET',
  path: '/api/v2/permissions',
  reply: 'object',
};

export const getPermission: Operation = {
  method: 'GET',
  path: '/api/v2/permissions/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
};

export const createPoll: Operation = {
  method: 'POST',
  path: '/api/v2/polls',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: pollResponse,
};

export const updatePoll: Operation = {
  method: 'PUT',
  path: '/api/v2/polls',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: pollResponse,
};

export const queryPolls: PagedOperation = {
  method: 'POST',
  path: '/api/v2/polls/query',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: queryPollsResponse,
  pages: { items: 'polls', cursor: ['next', 'next'] },
};

export const getPoll: Operation = {
  method: 'GET',
  path: '/api/v2/polls/{poll_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  dates: pollResponse,
};

export const updatePollPartial: Operation = {
  method: 'PATCH',
  path: '/api/v2/polls/{poll_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: pollResponse,
};

export const deletePoll: Operation = {
  method: 'DELETE',
  path: '/api/v2/polls/{poll_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
};

export const createPollOption: Operation = {
  method: 'POST',
  path: '/api/v2/polls/{poll_id}/options',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const updatePollOption: Operation = {
  method: 'PUT',
  path: '/api/v2/polls/{poll_id}/options',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const getPollOption: Operation = {
  method: 'GET',
  path: '/api/v2/polls/{poll_id}/options/{option_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'option_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
};

export const deletePollOption: Operation = {
  method: 'DELETE',
  path: '/api/v2/polls/{poll_id}/options/{option_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'option_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
};

export const queryPollVotes: PagedOperation = {
  method: 'POST',
  path: '/api/v2/polls/{poll_id}/votes',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: pollVotesResponse,
  pages: { items: 'votes', cursor: ['next', 'next'] },
};

export const updatePushNotificationPreferences: Operation = {
  method: 'POST',
  path: '/api/v2/push_preferences',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: upsertPushPreferencesResponse,
};

export const listPushProviders: Operation = {
  method: 'GET',
  path: '/api/v2/push_providers',
  reply: 'object',
  dates: listPushProvidersResponse,
};

export const upsertPushProvider: Operation = {
  method: 'POST',
  path: '/api/v2/push_providers',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: upsertPushProviderResponse,
};

export const deletePushProvider: Operation = {
  method: 'DELETE',
  path: '/api/v2/push_providers/{type}/{name}',
  parameters: [
    { name: 'type', in: 'path', required: true },
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
};

export const getPushTemplates: Operation = {
  method: 'GET',
  path: '/api/v2/push_templates',
  parameters: [
    { name: 'push_provider_name', in: 'query' },
    { name: 'push_provider_type', in: 'query', required: true },
  ],
  reply: 'object',
  dates: getPushTemplatesResponse,
};

export const upsertPushTemplate: Operation = {
  method: 'POST',
  path: '/api/v2/push_templates',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: upsertPushTemplateResponse,
};

export const getRateLimits: Operation = {
  method: 'GET',
  path: '/api/v2/rate_limits',
  parameters: [
    { name: 'server_side', in: 'query' },
    { name: 'android', in: 'query' },
    { name: 'ios', in: 'query' },
    { name: 'web', in: 'query' },
    { name: 'endpoints', in: 'query' },
  ],
  reply: 'object',
};

export const listRoles: Operation = {
  method: 'GET',
  path: '/api/v2/roles',
  reply: 'object',
  dates: listRolesResponse,
};

export const createRole: Operation = {
  method: 'POST',
  path: '/api/v2/roles',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: createRoleResponse,
};

export const deleteRole: Operation = {
  method: 'DELETE',
  path: '/api/v2/roles/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
};

export const getTask: Operation = {
  method: 'GET',
  path: '/api/v2/tasks/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
  dates: getTaskResponse,
};

export const uploadFile: Operation = {
  method: 'POST',
  path: '/api/v2/uploads/file',
  body: { kind: 'multipart', required: true, parts: { file: 'file', user: 'json' } },
  reply: 'object',
};

export const deleteFile: Operation = {
  method: 'DELETE',
  path: '/api/v2/uploads/file',
  parameters: [
    { name: 'url', in: 'query' },
  ],
  reply: 'object',
};

export const uploadImage: Operation = {
  method: 'POST',
  path: '/api/v2/uploads/image',
  body: { kind: 'multipart', required: true, parts: { file: 'file', upload_sizes: 'json', user: 'json' } },
  reply: 'object',
};

export const deleteImage: Operation = {
  method: 'DELETE',
  path: '/api/v2/uploads/image',
  parameters: [
    { name: 'url', in: 'query' },
  ],
  reply: 'object',
};

export const listUserGroups: PagedOperation = {
  method: 'GET',
  path: '/api/v2/usergroups',
  parameters: [
    { name: 'limit', in: 'query' },
    { name: 'id_gt', in: 'query' },
    { name: 'created_at_gt', in: 'query' },
    { name: 'team_id', in: 'query' },
  ],
  reply: 'object',
  dates: listUserGroupsResponse,
  pages: { items: 'user_groups', keyset: { id_gt: 'id', created_at_gt: 'created_at' }, limit: 'limit' },
};

export const createUserGroup: Operation = {
  method: 'POST',
  path: '/api/v2/usergroups',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: createUserGroupResponse,
};

export const searchUserGroups: PagedOperation = {
  method: 'GET',
  path: '/api/v2/usergroups/search',
  parameters: [
    { name: 'query', in: 'query', required: true },
    { name: 'limit', in: 'query' },
    { name: 'name_gt', in: 'query' },
    { name: 'id_gt', in: 'query' },
    { name: 'team_id', in: 'query' },
  ],
  reply: 'object',
  dates: searchUserGroupsResponse,
  pages: { items: 'user_groups', keyset: { name_gt: 'name', id_gt: 'id' }, limit: 'limit' },
};

export const getUserGroup: Operation = {
  method: 'GET',
  path: '/api/v2/usergroups/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'team_id', in: 'query' },
  ],
  reply: 'object',
  dates: getUserGroupResponse,
};

export const updateUserGroup: Operation = {
  method: 'PUT',
  path: '/api/v2/usergroups/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: updateUserGroupResponse,
};

export const deleteUserGroup: Operation = {
  method: 'DELETE',
  path: '/api/v2/usergroups/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'team_id', in: 'query' },
  ],
  reply: 'object',
};

export const addUserGroupMembers: Operation = {
  method: 'POST',
  path: '/api/v2/usergroups/{id}/members',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: addUserGroupMembersResponse,
};

export const removeUserGroupMembers: Operation = {
  method: 'POST',
  path: '/api/v2/usergroups/{id}/members/delete',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: removeUserGroupMembersResponse,
};

export const queryUsers: PagedOperation = {
  method: 'GET',
  path: '/api/v2/users',
  parameters: [
    { name: 'payload', in: 'query', json: true },
  ],
  reply: 'object',
  dates: queryUsersResponse,
  pages: { items: 'users', offset: 'payload/offset', limit: 'payload/limit', most: 1000 },
};

export const updateUsers: Operation = {
  method: 'POST',
  path: '/api/v2/users',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: updateUsersResponse,
};

export const updateUsersPartial: Operation = {
  method: 'PATCH',
  path: '/api/v2/users',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: updateUsersResponse,
};

export const getBlockedUsers: Operation = {
  method: 'GET',
  path: '/api/v2/users/block',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  dates: getBlockedUsersResponse,
};

export const blockUsers: Operation = {
  method: 'POST',
  path: '/api/v2/users/block',
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: blockUsersResponse,
};

export const deactivateUsers: Operation = {
  method: 'POST',
  path: '/api/v2/users/deactivate',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const deleteUsers: Operation = {
  method: 'POST',
  path: '/api/v2/users/delete',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const getUserLiveLocations: Operation = {
  method: 'GET',
  path: '/api/v2/users/live_locations',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  dates: sharedLocationsResponse,
};

export const updateLiveLocation: Operation = {
  method: 'PUT',
  path: '/api/v2/users/live_locations',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: sharedLocationResponse,
};

export const reactivateUsers: Operation = {
  method: 'POST',
  path: '/api/v2/users/reactivate',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const restoreUsers: Operation = {
  method: 'POST',
  path: '/api/v2/users/restore',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const unblockUsers: Operation = {
  method: 'POST',
  path: '/api/v2/users/unblock',
  body: { kind: 'json', required: true },
  reply: 'object',
};

export const deactivateUser: Operation = {
  method: 'POST',
  path: '/api/v2/users/{user_id}/deactivate',
  parameters: [
    { name: 'user_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: deactivateUserResponse,
};

export const exportUser: Operation = {
  method: 'GET',
  path: '/api/v2/users/{user_id}/export',
  parameters: [
    { name: 'user_id', in: 'path', required: true },
  ],
  reply: 'object',
  dates: exportUserResponse,
};

export const reactivateUser: Operation = {
  method: 'POST',
  path: '/api/v2/users/{user_id}/reactivate',
  parameters: [
    { name: 'user_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  dates: reactivateUserResponse,
};
