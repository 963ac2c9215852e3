// Generated from the OpenAPI document; change the document or the templates instead.
import type * as types from '@scope/chat-types';
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
import type { ApiCall, PagedCall, RequestOptions } from './runtime/index.js';
import * as runtime from './runtime/operations.js';

export { ChatCore, type ChatClientOptions } from './core.js';
export { type ErrorOf, isErrorOf } from './runtime/response/error-of.js';
export { type Explanation, explain } from './runtime/explain.js';
export * from './addons/stream/errors/index.js';
export * from './runtime/index.js';

/**
 * Get the app settings
 *
 * Returns everything the app is configured with: feature switches, upload limits, grants, channel and call types, push providers and event hooks. Changes nothing, so it is also the simplest call to try credentials with.
 *
 * `GET /api/v2/app`
 */
export const getApp: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.GetApplicationResponse>,
  types.GetAppErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/app',
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getApplicationResponse,
});

/**
 * Change the app settings
 *
 * Changes the settings named in the body and leaves all others as they are. A list replaces the stored one as a whole, so send it complete.
 *
 * `PATCH /api/v2/app`
 */
export const updateApp: runtime.OperationFunction<
  [args?: types.UpdateAppArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.UpdateAppErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PATCH',
  path: '/api/v2/app',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * List block lists
 *
 * Returns all block lists of the app, or those of one team, each with its words.
 *
 * `GET /api/v2/blocklists`
 */
export const listBlockLists: runtime.OperationFunction<
  [args?: types.ListBlockListsArguments, options?: RequestOptions],
  ApiCall<types.ListBlockListResponse>,
  types.ListBlockListsErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/blocklists',
  parameters: [
    { name: 'team', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: listBlockListResponse,
});

/**
 * Create a block list
 *
 * Creates a named list of words, domains, email addresses or patterns. It takes effect once a channel type or moderation policy refers to it by name.
 *
 * `POST /api/v2/blocklists`
 */
export const createBlockList: runtime.OperationFunction<
  [args: types.CreateBlockListArguments, options?: RequestOptions],
  ApiCall<types.CreateBlockListResponse>,
  types.CreateBlockListErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/blocklists',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: createBlockListResponse,
});

/**
 * Get a block list
 *
 * Returns one block list with all its words.
 *
 * `GET /api/v2/blocklists/{name}`
 */
export const getBlockList: runtime.OperationFunction<
  [args: types.GetBlockListArguments, options?: RequestOptions],
  ApiCall<types.GetBlockListResponse>,
  types.GetBlockListErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/blocklists/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
    { name: 'team', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getBlockListResponse,
});

/**
 * Change a block list
 *
 * Replaces the words of a list, or switches its matching options. The name and the type stay as they were at creation.
 *
 * `PUT /api/v2/blocklists/{name}`
 */
export const updateBlockList: runtime.OperationFunction<
  [args: types.UpdateBlockListArguments, options?: RequestOptions],
  ApiCall<types.UpdateBlockListResponse>,
  types.UpdateBlockListErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PUT',
  path: '/api/v2/blocklists/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: updateBlockListResponse,
});

/**
 * Delete a block list
 *
 * Removes a list for good. Messages are no longer checked against it.
 *
 * `DELETE /api/v2/blocklists/{name}`
 */
export const deleteBlockList: runtime.OperationFunction<
  [args: types.DeleteBlockListArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeleteBlockListErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/blocklists/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
    { name: 'team', in: 'query' },
  ],
  reply: 'object',
});

/**
 * Test the push setup
 *
 * Renders the push templates for a message and a user's devices, and reports what would go wrong on the way to the provider. Use it after changing a provider or a template. Templates in the body are tried instead of the stored ones.
 *
 * `POST /api/v2/check_push`
 */
export const checkPush: runtime.OperationFunction<
  [args?: types.CheckPushArguments, options?: RequestOptions],
  ApiCall<types.CheckPushResponse>,
  types.CheckPushErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/check_push',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Test an Amazon SNS topic
 *
 * Publishes a test message to an SNS topic, with the credentials in the body or else those in the app settings. Try new credentials here before saving them with `UpdateApp`.
 *
 * `POST /api/v2/check_sns`
 */
export const checkSNS: runtime.OperationFunction<
  [args?: types.CheckSNSArguments, options?: RequestOptions],
  ApiCall<types.CheckSNSResponse>,
  types.CheckSNSErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/check_sns',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Test an Amazon SQS queue
 *
 * Sends a test message to an SQS queue, with the credentials in the body or else those in the app settings. Try new credentials here before saving them with `UpdateApp`.
 *
 * `POST /api/v2/check_sqs`
 */
export const checkSQS: runtime.OperationFunction<
  [args?: types.CheckSQSArguments, options?: RequestOptions],
  ApiCall<types.CheckSQSResponse>,
  types.CheckSQSErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/check_sqs',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * List the devices of a user
 *
 * Returns the devices that receive a user's push notifications, including those disabled because the provider rejected their token.
 *
 * `GET /api/v2/devices`
 */
export const listDevices: runtime.OperationFunction<
  [args?: types.ListDevicesArguments, options?: RequestOptions],
  ApiCall<types.ListDevicesResponse>,
  types.ListDevicesErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/devices',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: listDevicesResponse,
});

/**
 * Register a device
 *
 * Registers the token that a push provider gave to a phone or browser, so that notifications for the user reach it. Registering a known token again assigns it to the given user.
 *
 * `POST /api/v2/devices`
 */
export const createDevice: runtime.OperationFunction<
  [args: types.CreateDeviceArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.CreateDeviceErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/devices',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Remove a device
 *
 * Removes a device, for example when its user signs out there. It receives no more notifications.
 *
 * `DELETE /api/v2/devices`
 */
export const deleteDevice: runtime.OperationFunction<
  [args: types.DeleteDeviceArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeleteDeviceErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/devices',
  parameters: [
    { name: 'id', in: 'query', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
});

/**
 * Export several users
 *
 * Starts a job that collects the data of up to 25 users into a file. Poll `GetTask` with the returned id; its result contains the location of the file.
 *
 * `POST /api/v2/export/users`
 */
export const exportUsers: runtime.OperationFunction<
  [args: types.ExportUsersArguments, options?: RequestOptions],
  ApiCall<types.ExportUsersResponse>,
  types.ExportUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/export/users',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * List external storages
 *
 * Returns the buckets the app has configured, keyed by their names. Credentials are left out.
 *
 * `GET /api/v2/external_storage`
 */
export const listExternalStorage: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.ListExternalStorageResponse>,
  types.ListExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/external_storage',
  reply: 'object',
});

/**
 * Add an external storage
 *
 * Makes a bucket of yours at Amazon S3, Google Cloud Storage or Azure known to the app under a name. Call recordings and transcriptions, for instance, can be kept there. Send the credentials that fit `storage_type`.
 *
 * `POST /api/v2/external_storage`
 */
export const createExternalStorage: runtime.OperationFunction<
  [args: types.CreateExternalStorageArguments, options?: RequestOptions],
  ApiCall<types.CreateExternalStorageResponse>,
  types.CreateExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/external_storage',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Change an external storage
 *
 * Replaces the bucket, path and credentials of a named storage. Fields left out are not carried over, so send the configuration whole.
 *
 * `PUT /api/v2/external_storage/{name}`
 */
export const updateExternalStorage: runtime.OperationFunction<
  [args: types.UpdateExternalStorageArguments, options?: RequestOptions],
  ApiCall<types.UpdateExternalStorageResponse>,
  types.UpdateExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PUT',
  path: '/api/v2/external_storage/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Delete an external storage
 *
 * Removes a storage and its credentials. What is in the bucket stays there.
 *
 * `DELETE /api/v2/external_storage/{name}`
 */
export const deleteExternalStorage: runtime.OperationFunction<
  [args: types.DeleteExternalStorageArguments, options?: RequestOptions],
  ApiCall<types.DeleteExternalStorageResponse>,
  types.DeleteExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/external_storage/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
});

/**
 * Test an external storage
 *
 * Writes a small file to the bucket to prove that the stored credentials work.
 *
 * `GET /api/v2/external_storage/{name}/check`
 */
export const checkExternalStorage: runtime.OperationFunction<
  [args: types.CheckExternalStorageArguments, options?: RequestOptions],
  ApiCall<types.CheckExternalStorageResponse>,
  types.CheckExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/external_storage/{name}/check',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
});

/**
 * Create a guest
 *
 * Creates a user with the guest role and a token for it, for visitors who try the chat without an account. Fails when the app settings forbid guests.
 *
 * `POST /api/v2/guest`
 */
export const createGuest: runtime.OperationFunction<
  [args: types.CreateGuestArguments, options?: RequestOptions],
  ApiCall<types.CreateGuestResponse>,
  types.CreateGuestErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/guest',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: createGuestResponse,
});

/**
 * Get a URL to upload an import file to
 *
 * First step of an import: returns a signed URL to send the file to with a PUT request, and the path to hand to `CreateImport` afterwards.
 *
 * `POST /api/v2/import_urls`
 */
export const createImportURL: runtime.OperationFunction<
  [args?: types.CreateImportURLArguments, options?: RequestOptions],
  ApiCall<types.CreateImportURLResponse>,
  types.CreateImportURLErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/import_urls',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * List imports
 *
 * Returns the imports of the app with the states they are in, those that have ended included.
 *
 * `GET /api/v2/imports`
 */
export const listImports: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.ListImportsResponse>,
  types.ListImportsErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/imports',
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: listImportsResponse,
});

/**
 * Start an import
 *
 * Queues the uploaded file for import. In mode `insert` rows that exist already are skipped; in mode `upsert` they are overwritten.
 *
 * `POST /api/v2/imports`
 */
export const createImport: runtime.OperationFunction<
  [args: types.CreateImportArguments, options?: RequestOptions],
  ApiCall<types.CreateImportResponse>,
  types.CreateImportErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/imports',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: createImportResponse,
});

/**
 * List import tasks
 *
 * Returns the import tasks of the second generation with their settings and results, and only those in one state if a state is given.
 *
 * `GET /api/v2/imports/v2`
 */
export const listImportV2Tasks: runtime.OperationFunction<
  [args?: types.ListImportV2TasksArguments, options?: RequestOptions],
  ApiCall<types.ListImportV2TasksResponse>,
  types.ListImportV2TasksErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/imports/v2',
  parameters: [
    { name: 'state', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: listImportV2TasksResponse,
});

/**
 * Start an import task
 *
 * Starts an import of the second generation, from an uploaded file or directly from the bucket set up with `UpsertImporterExternalStorage`.
 *
 * `POST /api/v2/imports/v2`
 */
export const createImportV2Task: runtime.OperationFunction<
  [args: types.CreateImportV2TaskArguments, options?: RequestOptions],
  ApiCall<types.CreateImportV2TaskResponse>,
  types.CreateImportV2TaskErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/imports/v2',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: createImportV2TaskResponse,
});

/**
 * Get the importer's storage
 *
 * Returns the bucket that import tasks read their files from.
 *
 * `GET /api/v2/imports/v2/external-storage`
 */
export const getImporterExternalStorage: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.GetExternalStorageResponse>,
  types.GetImporterExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/imports/v2/external-storage',
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getExternalStorageResponse,
});

/**
 * Set the importer's storage
 *
 * Sets or replaces the bucket that import tasks read from. Access is granted through an IAM role that the importer assumes, so no keys change hands.
 *
 * `PUT /api/v2/imports/v2/external-storage`
 */
export const upsertImporterExternalStorage: runtime.OperationFunction<
  [args: types.UpsertImporterExternalStorageArguments, options?: RequestOptions],
  ApiCall<types.UpsertExternalStorageResponse>,
  types.UpsertImporterExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PUT',
  path: '/api/v2/imports/v2/external-storage',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Remove the importer's storage
 *
 * Removes the bucket configuration of the importer. Files in the bucket are not touched.
 *
 * `DELETE /api/v2/imports/v2/external-storage`
 */
export const deleteImporterExternalStorage: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.DeleteExternalStorageResponse>,
  types.DeleteImporterExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/imports/v2/external-storage',
  reply: 'object',
});

/**
 * Test the importer's storage
 *
 * Tries whether the importer can assume the role and read the bucket. Do this before starting a task.
 *
 * `POST /api/v2/imports/v2/external-storage/validate`
 */
export const validateImporterExternalStorage: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.ValidateExternalStorageResponse>,
  types.ValidateImporterExternalStorageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/imports/v2/external-storage/validate',
  reply: 'object',
});

/**
 * Get an import task
 *
 * Returns one import task with its state and, when it has ended, its result.
 *
 * `GET /api/v2/imports/v2/{id}`
 */
export const getImportV2Task: runtime.OperationFunction<
  [args: types.GetImportV2TaskArguments, options?: RequestOptions],
  ApiCall<types.GetImportV2TaskResponse>,
  types.GetImportV2TaskErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/imports/v2/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getImportV2TaskResponse,
});

/**
 * Delete an import task
 *
 * Deletes an import task, so that it is no longer listed.
 *
 * `DELETE /api/v2/imports/v2/{id}`
 */
export const deleteImportV2Task: runtime.OperationFunction<
  [args: types.DeleteImportV2TaskArguments, options?: RequestOptions],
  ApiCall<types.DeleteImportV2TaskResponse>,
  types.DeleteImportV2TaskErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/imports/v2/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
});

/**
 * Get an import
 *
 * Returns one import with its state and the states it went through.
 *
 * `GET /api/v2/imports/{id}`
 */
export const getImport: runtime.OperationFunction<
  [args: types.GetImportArguments, options?: RequestOptions],
  ApiCall<types.GetImportResponse>,
  types.GetImportErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/imports/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getImportResponse,
});

/**
 * Preview a link
 *
 * Fetches a page and returns the data of its Open Graph tags, in the form of a message attachment.
 *
 * `GET /api/v2/og`
 */
export const getOG: runtime.OperationFunction<
  [args: types.GetOGArguments, options?: RequestOptions],
  ApiCall<types.GetOGResponse>,
  types.GetOGErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/og',
  parameters: [
    { name: 'url', in: 'query', required: true },
  ],
  reply: 'object',
});

/**
 * List permissions
 *
 * Returns all permissions that can be granted in this app, built-in and custom ones.
 *
 * `GET /api/v2/permissions`
 */
export const listPermissions: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.ListPermissionsResponse>,
  types.ListPermissionsErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/permissions',
  reply: 'object',
});

/**
 * Get a permission
 *
 * Returns one permission: the action it allows, at which level, and under what conditions.
 *
 * `GET /api/v2/permissions/{id}`
 */
export const getPermission: runtime.OperationFunction<
  [args: types.GetPermissionArguments, options?: RequestOptions],
  ApiCall<types.GetCustomPermissionResponse>,
  types.GetPermissionErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/permissions/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
});

/**
 * Create a poll
 *
 * Creates a poll with its options. It becomes visible when a message is sent with its id.
 *
 * `POST /api/v2/polls`
 */
export const createPoll: runtime.OperationFunction<
  [args: types.CreatePollArguments, options?: RequestOptions],
  ApiCall<types.PollResponse>,
  types.CreatePollErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/polls',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: pollResponse,
});

/**
 * Replace a poll
 *
 * Overwrites a poll as a whole: fields that are left out fall back to their defaults. For a change of single fields use `UpdatePollPartial`.
 *
 * `PUT /api/v2/polls`
 */
export const updatePoll: runtime.OperationFunction<
  [args: types.UpdatePollArguments, options?: RequestOptions],
  ApiCall<types.PollResponse>,
  types.UpdatePollErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PUT',
  path: '/api/v2/polls',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: pollResponse,
});

/**
 * Search polls
 *
 * Returns the polls that match a filter, sorted and page by page. Pass `next` of one page to get the one after it.
 *
 * `POST /api/v2/polls/query`
 */
export const queryPolls: runtime.OperationFunction<
  [args?: types.QueryPollsArguments, options?: RequestOptions],
  PagedCall<types.QueryPollsResponse, types.PollResponseData>,
  types.QueryPollsErrors
> = /* @__PURE__ */ runtime.pagedOperation({
  method: 'POST',
  path: '/api/v2/polls/query',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: queryPollsResponse,
  pages: { items: 'polls', order: /* @__PURE__ */ runtime.byCursor('next', 'next') },
});

/**
 * Get a poll
 *
 * Returns a poll with its options, counts and latest votes.
 *
 * `GET /api/v2/polls/{poll_id}`
 */
export const getPoll: runtime.OperationFunction<
  [args: types.GetPollArguments, options?: RequestOptions],
  ApiCall<types.PollResponse>,
  types.GetPollErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/polls/{poll_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: pollResponse,
});

/**
 * Change fields of a poll
 *
 * Sets and removes single fields of a poll, its custom ones included, and leaves the rest alone. Closing a poll is setting `is_closed`.
 *
 * `PATCH /api/v2/polls/{poll_id}`
 */
export const updatePollPartial: runtime.OperationFunction<
  [args: types.UpdatePollPartialArguments, options?: RequestOptions],
  ApiCall<types.PollResponse>,
  types.UpdatePollPartialErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PATCH',
  path: '/api/v2/polls/{poll_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: pollResponse,
});

/**
 * Delete a poll
 *
 * Removes a poll for good, with its options and votes. To keep the results, close the poll instead.
 *
 * `DELETE /api/v2/polls/{poll_id}`
 */
export const deletePoll: runtime.OperationFunction<
  [args: types.DeletePollArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeletePollErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/polls/{poll_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
});

/**
 * Add an option to a poll
 *
 * Adds a choice to a poll that exists already.
 *
 * `POST /api/v2/polls/{poll_id}/options`
 */
export const createPollOption: runtime.OperationFunction<
  [args: types.CreatePollOptionArguments, options?: RequestOptions],
  ApiCall<types.PollOptionResponse>,
  types.CreatePollOptionErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/polls/{poll_id}/options',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Change an option of a poll
 *
 * Replaces the text of a choice and the custom data stored with it, for instance to fix a typing error.
 *
 * `PUT /api/v2/polls/{poll_id}/options`
 */
export const updatePollOption: runtime.OperationFunction<
  [args: types.UpdatePollOptionArguments, options?: RequestOptions],
  ApiCall<types.PollOptionResponse>,
  types.UpdatePollOptionErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PUT',
  path: '/api/v2/polls/{poll_id}/options',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Get an option of a poll
 *
 * Returns one choice of a poll.
 *
 * `GET /api/v2/polls/{poll_id}/options/{option_id}`
 */
export const getPollOption: runtime.OperationFunction<
  [args: types.GetPollOptionArguments, options?: RequestOptions],
  ApiCall<types.PollOptionResponse>,
  types.GetPollOptionErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/polls/{poll_id}/options/{option_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'option_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
});

/**
 * Remove an option from a poll
 *
 * Removes an option that no longer applies from a poll.
 *
 * `DELETE /api/v2/polls/{poll_id}/options/{option_id}`
 */
export const deletePollOption: runtime.OperationFunction<
  [args: types.DeletePollOptionArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeletePollOptionErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/polls/{poll_id}/options/{option_id}',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'option_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
});

/**
 * Search the votes of a poll
 *
 * Returns the votes and free-text answers given in a poll that match a filter, page by page. Votes of an anonymous poll do not say who cast them.
 *
 * `POST /api/v2/polls/{poll_id}/votes`
 */
export const queryPollVotes: runtime.OperationFunction<
  [args: types.QueryPollVotesArguments, options?: RequestOptions],
  PagedCall<types.PollVotesResponse, types.PollVoteResponseData>,
  types.QueryPollVotesErrors
> = /* @__PURE__ */ runtime.pagedOperation({
  method: 'POST',
  path: '/api/v2/polls/{poll_id}/votes',
  parameters: [
    { name: 'poll_id', in: 'path', required: true },
    { name: 'user_id', in: 'query' },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: pollVotesResponse,
  pages: { items: 'votes', order: /* @__PURE__ */ runtime.byCursor('next', 'next') },
});

/**
 * Set push preferences
 *
 * Sets what users are notified of, in general or in single channels, and until when notifications are silenced. Each entry names its user, and a channel if it is for that channel alone.
 *
 * `POST /api/v2/push_preferences`
 */
export const updatePushNotificationPreferences: runtime.OperationFunction<
  [args: types.UpdatePushNotificationPreferencesArguments, options?: RequestOptions],
  ApiCall<types.UpsertPushPreferencesResponse>,
  types.UpdatePushNotificationPreferencesErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/push_preferences',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: upsertPushPreferencesResponse,
});

/**
 * List push providers
 *
 * Returns the configurations for delivering push notifications, by Firebase, APNs, Huawei and Xiaomi. An app may have several of one type under different names.
 *
 * `GET /api/v2/push_providers`
 */
export const listPushProviders: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.ListPushProvidersResponse>,
  types.ListPushProvidersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/push_providers',
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: listPushProvidersResponse,
});

/**
 * Add or replace a push provider
 *
 * Stores the credentials and templates for one provider. Type and name together identify it: if there is one already, it is replaced.
 *
 * `POST /api/v2/push_providers`
 */
export const upsertPushProvider: runtime.OperationFunction<
  [args?: types.UpsertPushProviderArguments, options?: RequestOptions],
  ApiCall<types.UpsertPushProviderResponse>,
  types.UpsertPushProviderErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/push_providers',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: upsertPushProviderResponse,
});

/**
 * Delete a push provider
 *
 * Removes a provider configuration. Devices registered for it receive nothing until they are registered with another.
 *
 * `DELETE /api/v2/push_providers/{type}/{name}`
 */
export const deletePushProvider: runtime.OperationFunction<
  [args: types.DeletePushProviderArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeletePushProviderErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/push_providers/{type}/{name}',
  parameters: [
    { name: 'type', in: 'path', required: true },
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
});

/**
 * List push templates
 *
 * Returns the templates of one provider, one for each type of event.
 *
 * `GET /api/v2/push_templates`
 */
export const getPushTemplates: runtime.OperationFunction<
  [args: types.GetPushTemplatesArguments, options?: RequestOptions],
  ApiCall<types.GetPushTemplatesResponse>,
  types.GetPushTemplatesErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/push_templates',
  parameters: [
    { name: 'push_provider_name', in: 'query' },
    { name: 'push_provider_type', in: 'query', required: true },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getPushTemplatesResponse,
});

/**
 * Add or replace a push template
 *
 * Stores what notifications for one type of event look like at one provider, and whether they are sent at all. Test it with `CheckPush`.
 *
 * `POST /api/v2/push_templates`
 */
export const upsertPushTemplate: runtime.OperationFunction<
  [args: types.UpsertPushTemplateArguments, options?: RequestOptions],
  ApiCall<types.UpsertPushTemplateResponse>,
  types.UpsertPushTemplateErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/push_templates',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: upsertPushTemplateResponse,
});

/**
 * Get rate limits
 *
 * Returns the limit of each endpoint and what is left of it, by platform. Without any platform switched on, all platforms are returned.
 *
 * `GET /api/v2/rate_limits`
 */
export const getRateLimits: runtime.OperationFunction<
  [args?: types.GetRateLimitsArguments, options?: RequestOptions],
  ApiCall<types.GetRateLimitsResponse>,
  types.GetRateLimitsErrors
> = /* @__PURE__ */ runtime.operation({
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
});

/**
 * List roles
 *
 * Returns all roles, built-in and custom, with the scopes in which permissions were granted to them.
 *
 * `GET /api/v2/roles`
 */
export const listRoles: runtime.OperationFunction<
  [args?: Readonly<Record<string, never>>, options?: RequestOptions],
  ApiCall<types.ListRolesResponse>,
  types.ListRolesErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/roles',
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: listRolesResponse,
});

/**
 * Create a role
 *
 * Creates a custom role. It has no permissions yet: grant them in the app settings or in channel types.
 *
 * `POST /api/v2/roles`
 */
export const createRole: runtime.OperationFunction<
  [args: types.CreateRoleArguments, options?: RequestOptions],
  ApiCall<types.CreateRoleResponse>,
  types.CreateRoleErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/roles',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: createRoleResponse,
});

/**
 * Delete a role
 *
 * Deletes a custom role and the permissions granted to it. Built-in roles cannot be deleted.
 *
 * `DELETE /api/v2/roles/{name}`
 */
export const deleteRole: runtime.OperationFunction<
  [args: types.DeleteRoleArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeleteRoleErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/roles/{name}',
  parameters: [
    { name: 'name', in: 'path', required: true },
  ],
  reply: 'object',
});

/**
 * Get the status of a task
 *
 * Returns the status of a background job. Poll it until `status` is `completed` or `failed`, and read `result` or `error` then.
 *
 * `GET /api/v2/tasks/{id}`
 */
export const getTask: runtime.OperationFunction<
  [args: types.GetTaskArguments, options?: RequestOptions],
  ApiCall<types.GetTaskResponse>,
  types.GetTaskErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/tasks/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getTaskResponse,
});

/**
 * Upload a file
 *
 * Uploads a file of any kind that the app settings admit, and returns its URL for use in an attachment.
 *
 * `POST /api/v2/uploads/file`
 */
export const uploadFile: runtime.OperationFunction<
  [args?: types.UploadFileArguments, options?: RequestOptions],
  ApiCall<types.FileUploadResponse>,
  types.UploadFileErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/uploads/file',
  body: { kind: 'multipart', required: true, parts: { file: 'file', user: 'json' } },
  reply: 'object',
  codecs: { multipart: runtime.multipart },
});

/**
 * Delete a file
 *
 * Deletes an uploaded file from the CDN. Attachments that point to it are not changed.
 *
 * `DELETE /api/v2/uploads/file`
 */
export const deleteFile: runtime.OperationFunction<
  [args?: types.DeleteFileArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeleteFileErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/uploads/file',
  parameters: [
    { name: 'url', in: 'query' },
  ],
  reply: 'object',
});

/**
 * Upload an image
 *
 * Uploads an image and returns its URL. Resized copies can be made in the same call.
 *
 * `POST /api/v2/uploads/image`
 */
export const uploadImage: runtime.OperationFunction<
  [args?: types.UploadImageArguments, options?: RequestOptions],
  ApiCall<types.ImageUploadResponse>,
  types.UploadImageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/uploads/image',
  body: { kind: 'multipart', required: true, parts: { file: 'file', upload_sizes: 'json', user: 'json' } },
  reply: 'object',
  codecs: { multipart: runtime.multipart },
});

/**
 * Delete an image
 *
 * Deletes an uploaded image from the CDN. Attachments that point to it are not changed.
 *
 * `DELETE /api/v2/uploads/image`
 */
export const deleteImage: runtime.OperationFunction<
  [args?: types.DeleteImageArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeleteImageErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/uploads/image',
  parameters: [
    { name: 'url', in: 'query' },
  ],
  reply: 'object',
});

/**
 * List user groups
 *
 * Returns user groups, oldest first and page by page. To get the next page, pass the id and creation date of the last group you have as `id_gt` and `created_at_gt`.
 *
 * `GET /api/v2/usergroups`
 */
export const listUserGroups: runtime.OperationFunction<
  [args?: types.ListUserGroupsArguments, options?: RequestOptions],
  PagedCall<types.ListUserGroupsResponse, types.UserGroupResponse>,
  types.ListUserGroupsErrors
> = /* @__PURE__ */ runtime.pagedOperation({
  method: 'GET',
  path: '/api/v2/usergroups',
  parameters: [
    { name: 'limit', in: 'query' },
    { name: 'id_gt', in: 'query' },
    { name: 'created_at_gt', in: 'query' },
    { name: 'team_id', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: listUserGroupsResponse,
  pages: { items: 'user_groups', order: /* @__PURE__ */ runtime.byKeyset({ id_gt: 'id', created_at_gt: 'created_at' }, 'limit') },
});

/**
 * Create a user group
 *
 * Creates a group of users, with its first members if wanted. Messages can mention the group as one.
 *
 * `POST /api/v2/usergroups`
 */
export const createUserGroup: runtime.OperationFunction<
  [args: types.CreateUserGroupArguments, options?: RequestOptions],
  ApiCall<types.CreateUserGroupResponse>,
  types.CreateUserGroupErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/usergroups',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: createUserGroupResponse,
});

/**
 * Search user groups by name
 *
 * Returns the groups whose names match a text, sorted by name and page by page. Fit for completing a mention while it is typed.
 *
 * `GET /api/v2/usergroups/search`
 */
export const searchUserGroups: runtime.OperationFunction<
  [args: types.SearchUserGroupsArguments, options?: RequestOptions],
  PagedCall<types.SearchUserGroupsResponse, types.UserGroupResponse>,
  types.SearchUserGroupsErrors
> = /* @__PURE__ */ runtime.pagedOperation({
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
  decodeDates: runtime.decodeDates,
  dates: searchUserGroupsResponse,
  pages: { items: 'user_groups', order: /* @__PURE__ */ runtime.byKeyset({ name_gt: 'name', id_gt: 'id' }, 'limit') },
});

/**
 * Get a user group
 *
 * Returns one group with its members.
 *
 * `GET /api/v2/usergroups/{id}`
 */
export const getUserGroup: runtime.OperationFunction<
  [args: types.GetUserGroupArguments, options?: RequestOptions],
  ApiCall<types.GetUserGroupResponse>,
  types.GetUserGroupErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/usergroups/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'team_id', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getUserGroupResponse,
});

/**
 * Change a user group
 *
 * Changes the name or the description of a group. Members are changed by other calls.
 *
 * `PUT /api/v2/usergroups/{id}`
 */
export const updateUserGroup: runtime.OperationFunction<
  [args: types.UpdateUserGroupArguments, options?: RequestOptions],
  ApiCall<types.UpdateUserGroupResponse>,
  types.UpdateUserGroupErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PUT',
  path: '/api/v2/usergroups/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: updateUserGroupResponse,
});

/**
 * Delete a user group
 *
 * Deletes a group. The users in it are not affected.
 *
 * `DELETE /api/v2/usergroups/{id}`
 */
export const deleteUserGroup: runtime.OperationFunction<
  [args: types.DeleteUserGroupArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.DeleteUserGroupErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'DELETE',
  path: '/api/v2/usergroups/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'team_id', in: 'query' },
  ],
  reply: 'object',
});

/**
 * Add members to a user group
 *
 * Adds up to 100 users to a group, as plain members or as admins.
 *
 * `POST /api/v2/usergroups/{id}/members`
 */
export const addUserGroupMembers: runtime.OperationFunction<
  [args: types.AddUserGroupMembersArguments, options?: RequestOptions],
  ApiCall<types.AddUserGroupMembersResponse>,
  types.AddUserGroupMembersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/usergroups/{id}/members',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: addUserGroupMembersResponse,
});

/**
 * Remove members from a user group
 *
 * Removes up to 100 users from a group.
 *
 * `POST /api/v2/usergroups/{id}/members/delete`
 */
export const removeUserGroupMembers: runtime.OperationFunction<
  [args: types.RemoveUserGroupMembersArguments, options?: RequestOptions],
  ApiCall<types.RemoveUserGroupMembersResponse>,
  types.RemoveUserGroupMembersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/usergroups/{id}/members/delete',
  parameters: [
    { name: 'id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: removeUserGroupMembersResponse,
});

/**
 * Search users
 *
 * Returns the users that match a filter, sorted, up to 100 at a time. Move on with `offset`; for more than 1,000 users filter by a range of ids instead.
 *
 * `GET /api/v2/users`
 */
export const queryUsers: runtime.OperationFunction<
  [args?: types.QueryUsersArguments, options?: RequestOptions],
  PagedCall<types.QueryUsersResponse, types.FullUserResponse>,
  types.QueryUsersErrors
> = /* @__PURE__ */ runtime.pagedOperation({
  method: 'GET',
  path: '/api/v2/users',
  parameters: [
    { name: 'payload', in: 'query', json: true },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: queryUsersResponse,
  pages: { items: 'users', order: /* @__PURE__ */ runtime.byOffset('payload/offset', 'payload/limit', 1000) },
});

/**
 * Create or replace users
 *
 * Creates users, or replaces those that exist: data left out of a user is removed. To change single fields use `UpdateUsersPartial`.
 *
 * `POST /api/v2/users`
 */
export const updateUsers: runtime.OperationFunction<
  [args: types.UpdateUsersArguments, options?: RequestOptions],
  ApiCall<types.UpdateUsersResponse>,
  types.UpdateUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: updateUsersResponse,
});

/**
 * Change fields of users
 *
 * Sets and removes single fields of users and leaves the rest alone.
 *
 * `PATCH /api/v2/users`
 */
export const updateUsersPartial: runtime.OperationFunction<
  [args: types.UpdateUsersPartialArguments, options?: RequestOptions],
  ApiCall<types.UpdateUsersResponse>,
  types.UpdateUsersPartialErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PATCH',
  path: '/api/v2/users',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: updateUsersResponse,
});

/**
 * List the users someone has blocked
 *
 * Returns the users that a user has blocked, and since when.
 *
 * `GET /api/v2/users/block`
 */
export const getBlockedUsers: runtime.OperationFunction<
  [args?: types.GetBlockedUsersArguments, options?: RequestOptions],
  ApiCall<types.GetBlockedUsersResponse>,
  types.GetBlockedUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/users/block',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: getBlockedUsersResponse,
});

/**
 * Block a user for another
 *
 * Blocks one user on behalf of another, who is then spared contact with them. Only the two are affected: to shut a user out of the app, deactivate them.
 *
 * `POST /api/v2/users/block`
 */
export const blockUsers: runtime.OperationFunction<
  [args: types.BlockUsersArguments, options?: RequestOptions],
  ApiCall<types.BlockUsersResponse>,
  types.BlockUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/block',
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: blockUsersResponse,
});

/**
 * Deactivate several users
 *
 * Starts a job that deactivates up to 100 users: they can no longer connect, but their data is kept. `ReactivateUsers` undoes it.
 *
 * `POST /api/v2/users/deactivate`
 */
export const deactivateUsers: runtime.OperationFunction<
  [args: types.DeactivateUsersArguments, options?: RequestOptions],
  ApiCall<types.DeactivateUsersResponse>,
  types.DeactivateUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/deactivate',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Delete users
 *
 * Starts a job that deletes up to 100 users and, as far as asked for, their messages, channels, calls and files. Only soft deletions can be undone, with `RestoreUsers`.
 *
 * `POST /api/v2/users/delete`
 */
export const deleteUsers: runtime.OperationFunction<
  [args: types.DeleteUsersArguments, options?: RequestOptions],
  ApiCall<types.DeleteUsersResponse>,
  types.DeleteUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/delete',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * List live locations of a user
 *
 * Returns the live locations that a user is sharing at the moment, in any channel.
 *
 * `GET /api/v2/users/live_locations`
 */
export const getUserLiveLocations: runtime.OperationFunction<
  [args?: types.GetUserLiveLocationsArguments, options?: RequestOptions],
  ApiCall<types.SharedLocationsResponse>,
  types.GetUserLiveLocationsErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/users/live_locations',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: sharedLocationsResponse,
});

/**
 * Move or end a live location
 *
 * Moves a shared live location to new coordinates, or changes when sharing ends. An end in the past stops it.
 *
 * `PUT /api/v2/users/live_locations`
 */
export const updateLiveLocation: runtime.OperationFunction<
  [args: types.UpdateLiveLocationArguments, options?: RequestOptions],
  ApiCall<types.SharedLocationResponse>,
  types.UpdateLiveLocationErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'PUT',
  path: '/api/v2/users/live_locations',
  parameters: [
    { name: 'user_id', in: 'query' },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: sharedLocationResponse,
});

/**
 * Reactivate several users
 *
 * Starts a job that lets up to 100 deactivated users connect again, with their messages and channels if wanted.
 *
 * `POST /api/v2/users/reactivate`
 */
export const reactivateUsers: runtime.OperationFunction<
  [args: types.ReactivateUsersArguments, options?: RequestOptions],
  ApiCall<types.ReactivateUsersResponse>,
  types.ReactivateUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/reactivate',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Restore deleted users
 *
 * Brings back users who were deleted softly. Users whose data is gone cannot be restored.
 *
 * `POST /api/v2/users/restore`
 */
export const restoreUsers: runtime.OperationFunction<
  [args: types.RestoreUsersArguments, options?: RequestOptions],
  ApiCall<types.Response>,
  types.RestoreUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/restore',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Unblock a user for another
 *
 * Removes a block that one user made against another.
 *
 * `POST /api/v2/users/unblock`
 */
export const unblockUsers: runtime.OperationFunction<
  [args: types.UnblockUsersArguments, options?: RequestOptions],
  ApiCall<types.UnblockUsersResponse>,
  types.UnblockUsersErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/unblock',
  body: { kind: 'json', required: true },
  reply: 'object',
});

/**
 * Deactivate a user
 *
 * Deactivates one user at once: the user can no longer connect, but the data is kept. `ReactivateUser` undoes it.
 *
 * `POST /api/v2/users/{user_id}/deactivate`
 */
export const deactivateUser: runtime.OperationFunction<
  [args: types.DeactivateUserArguments, options?: RequestOptions],
  ApiCall<types.DeactivateUserResponse>,
  types.DeactivateUserErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/{user_id}/deactivate',
  parameters: [
    { name: 'user_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: deactivateUserResponse,
});

/**
 * Export a user
 *
 * Returns a user's profile, messages and reactions, for instance to answer a request for personal data. For users with much data prefer `ExportUsers`.
 *
 * `GET /api/v2/users/{user_id}/export`
 */
export const exportUser: runtime.OperationFunction<
  [args: types.ExportUserArguments, options?: RequestOptions],
  ApiCall<types.ExportUserResponse>,
  types.ExportUserErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'GET',
  path: '/api/v2/users/{user_id}/export',
  parameters: [
    { name: 'user_id', in: 'path', required: true },
  ],
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: exportUserResponse,
});

/**
 * Reactivate a user
 *
 * Lets one deactivated user connect again, under a new name if wanted, and brings back messages if they were deleted along with the deactivation.
 *
 * `POST /api/v2/users/{user_id}/reactivate`
 */
export const reactivateUser: runtime.OperationFunction<
  [args: types.ReactivateUserArguments, options?: RequestOptions],
  ApiCall<types.ReactivateUserResponse>,
  types.ReactivateUserErrors
> = /* @__PURE__ */ runtime.operation({
  method: 'POST',
  path: '/api/v2/users/{user_id}/reactivate',
  parameters: [
    { name: 'user_id', in: 'path', required: true },
  ],
  body: { kind: 'json', required: true },
  reply: 'object',
  decodeDates: runtime.decodeDates,
  dates: reactivateUserResponse,
});
