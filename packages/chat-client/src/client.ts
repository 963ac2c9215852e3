// Generated from the OpenAPI document; change the document or the templates instead.
import type * as types from '@scope/chat-types';
import { ChatCore } from './core.js';
import * as operations from './operations.js';
import type { ApiCall, PagedCall, RequestOptions } from './runtime/index.js';

/**
 * Chat API, version 1.0.0.
 *
 * The operations that a backend needs to run its chat app: read and change the app's settings, manage
 * users and their groups, polls, block lists, push notifications, imports and exports, and
 * uploads.
 *
 * **Authentication.** Every request contains the app's API key and a token, a JSON
 * Web Token signed (HS256) with the app's secret. A token with the claim `server: true` may do
 * anything; one with a `user_id` acts as that user and is bound by the user's permissions. Keep
 * the secret, and server tokens, on your servers.
 *
 * **Acting for a user.** With a server token, calls that need to know who acts take `user_id`,
 * or a whole `user` object, which also creates or updates that user on the way.
 *
 * **Date-times.** Requests accept RFC 3339 strings. Responses contain numbers: nanoseconds since
 * the unix epoch. Values stored under `custom` are returned unchanged, never as date-times.
 *
 * **Rate limits.** Calls are counted per endpoint and platform in windows of one minute. A call
 * over the limit is answered with status 429, and headers with the time of the next window.
 *
 * **Long jobs.** Calls that change or export many users return a `task_id` at once; poll
 * `GetTask` until its status is `completed` or `failed`.
 */
export class ChatClient extends ChatCore {
  /**
   * Get the app settings
   *
   * Returns everything the app is configured with: feature switches, upload limits, grants, channel and call types, push providers and event hooks. Changes nothing, so it is also the simplest call to try credentials with.
   *
   * `GET /api/v2/app`
   */
  getApp(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.GetApplicationResponse> {
    return operations.getApp(this, args, options);
  }

  /**
   * Change the app settings
   *
   * Changes the settings named in the body and leaves all others as they are. A list replaces the stored one as a whole, so send it complete.
   *
   * `PATCH /api/v2/app`
   */
  updateApp(args?: types.UpdateAppArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.updateApp(this, args, options);
  }

  /**
   * List block lists
   *
   * Returns all block lists of the app, or those of one team, each with its words.
   *
   * `GET /api/v2/blocklists`
   */
  listBlockLists(args?: types.ListBlockListsArguments, options?: RequestOptions): ApiCall<types.ListBlockListResponse> {
    return operations.listBlockLists(this, args, options);
  }

  /**
   * Create a block list
   *
   * Creates a named list of words, domains, email addresses or patterns. It takes effect once a channel type or moderation policy refers to it by name.
   *
   * `POST /api/v2/blocklists`
   */
  createBlockList(args: types.CreateBlockListArguments, options?: RequestOptions): ApiCall<types.CreateBlockListResponse> {
    return operations.createBlockList(this, args, options);
  }

  /**
   * Get a block list
   *
   * Returns one block list with all its words.
   *
   * `GET /api/v2/blocklists/{name}`
   */
  getBlockList(args: types.GetBlockListArguments, options?: RequestOptions): ApiCall<types.GetBlockListResponse> {
    return operations.getBlockList(this, args, options);
  }

  /**
   * Change a block list
   *
   * Replaces the words of a list, or switches its matching options. The name and the type stay as they were at creation.
   *
   * `PUT /api/v2/blocklists/{name}`
   */
  updateBlockList(args: types.UpdateBlockListArguments, options?: RequestOptions): ApiCall<types.UpdateBlockListResponse> {
    return operations.updateBlockList(this, args, options);
  }

  /**
   * Delete a block list
   *
   * Removes a list for good. Messages are no longer checked against it.
   *
   * `DELETE /api/v2/blocklists/{name}`
   */
  deleteBlockList(args: types.DeleteBlockListArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deleteBlockList(this, args, options);
  }

  /**
   * Test the push setup
   *
   * Renders the push templates for a message and a user's devices, and reports what would go wrong on the way to the provider. Use it after changing a provider or a template. Templates in the body are tried instead of the stored ones.
   *
   * `POST /api/v2/check_push`
   */
  checkPush(args?: types.CheckPushArguments, options?: RequestOptions): ApiCall<types.CheckPushResponse> {
    return operations.checkPush(this, args, options);
  }

  /**
   * Test an Amazon SNS topic
   *
   * Publishes a test message to an SNS topic, with the credentials in the body or else those in the app settings. Try new credentials here before saving them with `UpdateApp`.
   *
   * `POST /api/v2/check_sns`
   */
  checkSNS(args?: types.CheckSNSArguments, options?: RequestOptions): ApiCall<types.CheckSNSResponse> {
    return operations.checkSNS(this, args, options);
  }

  /**
   * Test an Amazon SQS queue
   *
   * Sends a test message to an SQS queue, with the credentials in the body or else those in the app settings. Try new credentials here before saving them with `UpdateApp`.
   *
   * `POST /api/v2/check_sqs`
   */
  checkSQS(args?: types.CheckSQSArguments, options?: RequestOptions): ApiCall<types.CheckSQSResponse> {
    return operations.checkSQS(this, args, options);
  }

  /**
   * List the devices of a user
   *
   * Returns the devices that receive a user's push notifications, including those disabled because the provider rejected their token.
   *
   * `GET /api/v2/devices`
   */
  listDevices(args?: types.ListDevicesArguments, options?: RequestOptions): ApiCall<types.ListDevicesResponse> {
    return operations.listDevices(this, args, options);
  }

  /**
   * Register a device
   *
   * Registers the token that a push provider gave to a phone or browser, so that notifications for the user reach it. Registering a known token again assigns it to the given user.
   *
   * `POST /api/v2/devices`
   */
  createDevice(args: types.CreateDeviceArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.createDevice(this, args, options);
  }

  /**
   * Remove a device
   *
   * Removes a device, for example when its user signs out there. It receives no more notifications.
   *
   * `DELETE /api/v2/devices`
   */
  deleteDevice(args: types.DeleteDeviceArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deleteDevice(this, args, options);
  }

  /**
   * Export several users
   *
   * Starts a job that collects the data of up to 25 users into a file. Poll `GetTask` with the returned id; its result contains the location of the file.
   *
   * `POST /api/v2/export/users`
   */
  exportUsers(args: types.ExportUsersArguments, options?: RequestOptions): ApiCall<types.ExportUsersResponse> {
    return operations.exportUsers(this, args, options);
  }

  /**
   * List external storages
   *
   * Returns the buckets the app has configured, keyed by their names. Credentials are left out.
   *
   * `GET /api/v2/external_storage`
   */
  listExternalStorage(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.ListExternalStorageResponse> {
    return operations.listExternalStorage(this, args, options);
  }

  /**
   * Add an external storage
   *
   * Makes a bucket of yours at Amazon S3, Google Cloud Storage or Azure known to the app under a name. Call recordings and transcriptions, for instance, can be kept there. Send the credentials that fit `storage_type`.
   *
   * `POST /api/v2/external_storage`
   */
  createExternalStorage(args: types.CreateExternalStorageArguments, options?: RequestOptions): ApiCall<types.CreateExternalStorageResponse> {
    return operations.createExternalStorage(this, args, options);
  }

  /**
   * Change an external storage
   *
   * Replaces the bucket, path and credentials of a named storage. Fields left out are not carried over, so send the configuration whole.
   *
   * `PUT /api/v2/external_storage/{name}`
   */
  updateExternalStorage(args: types.UpdateExternalStorageArguments, options?: RequestOptions): ApiCall<types.UpdateExternalStorageResponse> {
    return operations.updateExternalStorage(this, args, options);
  }

  /**
   * Delete an external storage
   *
   * Removes a storage and its credentials. What is in the bucket stays there.
   *
   * `DELETE /api/v2/external_storage/{name}`
   */
  deleteExternalStorage(args: types.DeleteExternalStorageArguments, options?: RequestOptions): ApiCall<types.DeleteExternalStorageResponse> {
    return operations.deleteExternalStorage(this, args, options);
  }

  /**
   * Test an external storage
   *
   * Writes a small file to the bucket to prove that the stored credentials work.
   *
   * `GET /api/v2/external_storage/{name}/check`
   */
  checkExternalStorage(args: types.CheckExternalStorageArguments, options?: RequestOptions): ApiCall<types.CheckExternalStorageResponse> {
    return operations.checkExternalStorage(this, args, options);
  }

  /**
   * Create a guest
   *
   * Creates a user with the guest role and a token for it, for visitors who try the chat without an account. Fails when the app settings forbid guests.
   *
   * `POST /api/v2/guest`
   */
  createGuest(args: types.CreateGuestArguments, options?: RequestOptions): ApiCall<types.CreateGuestResponse> {
    return operations.createGuest(this, args, options);
  }

  /**
   * Get a URL to upload an import file to
   *
   * First step of an import: returns a signed URL to send the file to with a PUT request, and the path to hand to `CreateImport` afterwards.
   *
   * `POST /api/v2/import_urls`
   */
  createImportURL(args?: types.CreateImportURLArguments, options?: RequestOptions): ApiCall<types.CreateImportURLResponse> {
    return operations.createImportURL(this, args, options);
  }

  /**
   * List imports
   *
   * Returns the imports of the app with the states they are in, those that have ended included.
   *
   * `GET /api/v2/imports`
   */
  listImports(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.ListImportsResponse> {
    return operations.listImports(this, args, options);
  }

  /**
   * Start an import
   *
   * Queues the uploaded file for import. In mode `insert` rows that exist already are skipped; in mode `upsert` they are overwritten.
   *
   * `POST /api/v2/imports`
   */
  createImport(args: types.CreateImportArguments, options?: RequestOptions): ApiCall<types.CreateImportResponse> {
    return operations.createImport(this, args, options);
  }

  /**
   * List import tasks
   *
   * Returns the import tasks of the second generation with their settings and results, and only those in one state if a state is given.
   *
   * `GET /api/v2/imports/v2`
   */
  listImportV2Tasks(args?: types.ListImportV2TasksArguments, options?: RequestOptions): ApiCall<types.ListImportV2TasksResponse> {
    return operations.listImportV2Tasks(this, args, options);
  }

  /**
   * Start an import task
   *
   * Starts an import of the second generation, from an uploaded file or directly from the bucket set up with `UpsertImporterExternalStorage`.
   *
   * `POST /api/v2/imports/v2`
   */
  createImportV2Task(args: types.CreateImportV2TaskArguments, options?: RequestOptions): ApiCall<types.CreateImportV2TaskResponse> {
    return operations.createImportV2Task(this, args, options);
  }

  /**
   * Get the importer's storage
   *
   * Returns the bucket that import tasks read their files from.
   *
   * `GET /api/v2/imports/v2/external-storage`
   */
  getImporterExternalStorage(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.GetExternalStorageResponse> {
    return operations.getImporterExternalStorage(this, args, options);
  }

  /**
   * Set the importer's storage
   *
   * Sets or replaces the bucket that import tasks read from. Access is granted through an IAM role that the importer assumes, so no keys change hands.
   *
   * `PUT /api/v2/imports/v2/external-storage`
   */
  upsertImporterExternalStorage(args: types.UpsertImporterExternalStorageArguments, options?: RequestOptions): ApiCall<types.UpsertExternalStorageResponse> {
    return operations.upsertImporterExternalStorage(this, args, options);
  }

  /**
   * Remove the importer's storage
   *
   * Removes the bucket configuration of the importer. Files in the bucket are not touched.
   *
   * `DELETE /api/v2/imports/v2/external-storage`
   */
  deleteImporterExternalStorage(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.DeleteExternalStorageResponse> {
    return operations.deleteImporterExternalStorage(this, args, options);
  }

  /**
   * Test the importer's storage
   *
   * Tries whether the importer can assume the role and read the bucket. Do this before starting a task.
   *
   * `POST /api/v2/imports/v2/external-storage/validate`
   */
  validateImporterExternalStorage(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.ValidateExternalStorageResponse> {
    return operations.validateImporterExternalStorage(this, args, options);
  }

  /**
   * Get an import task
   *
   * Returns one import task with its state and, when it has ended, its result.
   *
   * `GET /api/v2/imports/v2/{id}`
   */
  getImportV2Task(args: types.GetImportV2TaskArguments, options?: RequestOptions): ApiCall<types.GetImportV2TaskResponse> {
    return operations.getImportV2Task(this, args, options);
  }

  /**
   * Delete an import task
   *
   * Deletes an import task, so that it is no longer listed.
   *
   * `DELETE /api/v2/imports/v2/{id}`
   */
  deleteImportV2Task(args: types.DeleteImportV2TaskArguments, options?: RequestOptions): ApiCall<types.DeleteImportV2TaskResponse> {
    return operations.deleteImportV2Task(this, args, options);
  }

  /**
   * Get an import
   *
   * Returns one import with its state and the states it went through.
   *
   * `GET /api/v2/imports/{id}`
   */
  getImport(args: types.GetImportArguments, options?: RequestOptions): ApiCall<types.GetImportResponse> {
    return operations.getImport(this, args, options);
  }

  /**
   * Preview a link
   *
   * Fetches a page and returns the data of its Open Graph tags, in the form of a message attachment.
   *
   * `GET /api/v2/og`
   */
  getOG(args: types.GetOGArguments, options?: RequestOptions): ApiCall<types.GetOGResponse> {
    return operations.getOG(this, args, options);
  }

  /**
   * List permissions
   *
   * Returns all permissions that can be granted in this app, built-in and custom ones.
   *
   * `GET /api/v2/permissions`
   */
  listPermissions(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.ListPermissionsResponse> {
    return operations.listPermissions(this, args, options);
  }

  /**
   * Get a permission
   *
   * Returns one permission: the action it allows, at which level, and under what conditions.
   *
   * `GET /api/v2/permissions/{id}`
   */
  getPermission(args: types.GetPermissionArguments, options?: RequestOptions): ApiCall<types.GetCustomPermissionResponse> {
    return operations.getPermission(this, args, options);
  }

  /**
   * Create a poll
   *
   * Creates a poll with its options. It becomes visible when a message is sent with its id.
   *
   * `POST /api/v2/polls`
   */
  createPoll(args: types.CreatePollArguments, options?: RequestOptions): ApiCall<types.PollResponse> {
    return operations.createPoll(this, args, options);
  }

  /**
   * Replace a poll
   *
   * Overwrites a poll as a whole: fields that are left out fall back to their defaults. For a change of single fields use `UpdatePollPartial`.
   *
   * `PUT /api/v2/polls`
   */
  updatePoll(args: types.UpdatePollArguments, options?: RequestOptions): ApiCall<types.PollResponse> {
    return operations.updatePoll(this, args, options);
  }

  /**
   * Search polls
   *
   * Returns the polls that match a filter, sorted and page by page. Pass `next` of one page to get the one after it.
   *
   * `POST /api/v2/polls/query`
   */
  queryPolls(args?: types.QueryPollsArguments, options?: RequestOptions): PagedCall<types.QueryPollsResponse, types.PollResponseData> {
    return operations.queryPolls(this, args, options);
  }

  /**
   * Get a poll
   *
   * Returns a poll with its options, counts and latest votes.
   *
   * `GET /api/v2/polls/{poll_id}`
   */
  getPoll(args: types.GetPollArguments, options?: RequestOptions): ApiCall<types.PollResponse> {
    return operations.getPoll(this, args, options);
  }

  /**
   * Change fields of a poll
   *
   * Sets and removes single fields of a poll, its custom ones included, and leaves the rest alone. Closing a poll is setting `is_closed`.
   *
   * `PATCH /api/v2/polls/{poll_id}`
   */
  updatePollPartial(args: types.UpdatePollPartialArguments, options?: RequestOptions): ApiCall<types.PollResponse> {
    return operations.updatePollPartial(this, args, options);
  }

  /**
   * Delete a poll
   *
   * Removes a poll for good, with its options and votes. To keep the results, close the poll instead.
   *
   * `DELETE /api/v2/polls/{poll_id}`
   */
  deletePoll(args: types.DeletePollArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deletePoll(this, args, options);
  }

  /**
   * Add an option to a poll
   *
   * Adds a choice to a poll that exists already.
   *
   * `POST /api/v2/polls/{poll_id}/options`
   */
  createPollOption(args: types.CreatePollOptionArguments, options?: RequestOptions): ApiCall<types.PollOptionResponse> {
    return operations.createPollOption(this, args, options);
  }

  /**
   * Change an option of a poll
   *
   * Replaces the text of a choice and the custom data stored with it, for instance to fix a typing error.
   *
   * `PUT /api/v2/polls/{poll_id}/options`
   */
  updatePollOption(args: types.UpdatePollOptionArguments, options?: RequestOptions): ApiCall<types.PollOptionResponse> {
    return operations.updatePollOption(this, args, options);
  }

  /**
   * Get an option of a poll
   *
   * Returns one choice of a poll.
   *
   * `GET /api/v2/polls/{poll_id}/options/{option_id}`
   */
  getPollOption(args: types.GetPollOptionArguments, options?: RequestOptions): ApiCall<types.PollOptionResponse> {
    return operations.getPollOption(this, args, options);
  }

  /**
   * Remove an option from a poll
   *
   * Removes an option that no longer applies from a poll.
   *
   * `DELETE /api/v2/polls/{poll_id}/options/{option_id}`
   */
  deletePollOption(args: types.DeletePollOptionArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deletePollOption(this, args, options);
  }

  /**
   * Search the votes of a poll
   *
   * Returns the votes and free-text answers given in a poll that match a filter, page by page. Votes of an anonymous poll do not say who cast them.
   *
   * `POST /api/v2/polls/{poll_id}/votes`
   */
  queryPollVotes(args: types.QueryPollVotesArguments, options?: RequestOptions): PagedCall<types.PollVotesResponse, types.PollVoteResponseData> {
    return operations.queryPollVotes(this, args, options);
  }

  /**
   * Set push preferences
   *
   * Sets what users are notified of, in general or in single channels, and until when notifications are silenced. Each entry names its user, and a channel if it is for that channel alone.
   *
   * `POST /api/v2/push_preferences`
   */
  updatePushNotificationPreferences(args: types.UpdatePushNotificationPreferencesArguments, options?: RequestOptions): ApiCall<types.UpsertPushPreferencesResponse> {
    return operations.updatePushNotificationPreferences(this, args, options);
  }

  /**
   * List push providers
   *
   * Returns the configurations for delivering push notifications, by Firebase, APNs, Huawei and Xiaomi. An app may have several of one type under different names.
   *
   * `GET /api/v2/push_providers`
   */
  listPushProviders(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.ListPushProvidersResponse> {
    return operations.listPushProviders(this, args, options);
  }

  /**
   * Add or replace a push provider
   *
   * Stores the credentials and templates for one provider. Type and name together identify it: if there is one already, it is replaced.
   *
   * `POST /api/v2/push_providers`
   */
  upsertPushProvider(args?: types.UpsertPushProviderArguments, options?: RequestOptions): ApiCall<types.UpsertPushProviderResponse> {
    return operations.upsertPushProvider(this, args, options);
  }

  /**
   * Delete a push provider
   *
   * Removes a provider configuration. Devices registered for it receive nothing until they are registered with another.
   *
   * `DELETE /api/v2/push_providers/{type}/{name}`
   */
  deletePushProvider(args: types.DeletePushProviderArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deletePushProvider(this, args, options);
  }

  /**
   * List push templates
   *
   * Returns the templates of one provider, one for each type of event.
   *
   * `GET /api/v2/push_templates`
   */
  getPushTemplates(args: types.GetPushTemplatesArguments, options?: RequestOptions): ApiCall<types.GetPushTemplatesResponse> {
    return operations.getPushTemplates(this, args, options);
  }

  /**
   * Add or replace a push template
   *
   * Stores what notifications for one type of event look like at one provider, and whether they are sent at all. Test it with `CheckPush`.
   *
   * `POST /api/v2/push_templates`
   */
  upsertPushTemplate(args: types.UpsertPushTemplateArguments, options?: RequestOptions): ApiCall<types.UpsertPushTemplateResponse> {
    return operations.upsertPushTemplate(this, args, options);
  }

  /**
   * Get rate limits
   *
   * Returns the limit of each endpoint and what is left of it, by platform. Without any platform switched on, all platforms are returned.
   *
   * `GET /api/v2/rate_limits`
   */
  getRateLimits(args?: types.GetRateLimitsArguments, options?: RequestOptions): ApiCall<types.GetRateLimitsResponse> {
    return operations.getRateLimits(this, args, options);
  }

  /**
   * List roles
   *
   * Returns all roles, built-in and custom, with the scopes in which permissions were granted to them.
   *
   * `GET /api/v2/roles`
   */
  listRoles(args?: Readonly<Record<string, never>>, options?: RequestOptions): ApiCall<types.ListRolesResponse> {
    return operations.listRoles(this, args, options);
  }

  /**
   * Create a role
   *
   * Creates a custom role. It has no permissions yet: grant them in the app settings or in channel types.
   *
   * `POST /api/v2/roles`
   */
  createRole(args: types.CreateRoleArguments, options?: RequestOptions): ApiCall<types.CreateRoleResponse> {
    return operations.createRole(this, args, options);
  }

  /**
   * Delete a role
   *
   * Deletes a custom role and the permissions granted to it. Built-in roles cannot be deleted.
   *
   * `DELETE /api/v2/roles/{name}`
   */
  deleteRole(args: types.DeleteRoleArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deleteRole(this, args, options);
  }

  /**
   * Get the status of a task
   *
   * Returns the status of a background job. Poll it until `status` is `completed` or `failed`, and read `result` or `error` then.
   *
   * `GET /api/v2/tasks/{id}`
   */
  getTask(args: types.GetTaskArguments, options?: RequestOptions): ApiCall<types.GetTaskResponse> {
    return operations.getTask(this, args, options);
  }

  /**
   * Upload a file
   *
   * Uploads a file of any kind that the app settings admit, and returns its URL for use in an attachment.
   *
   * `POST /api/v2/uploads/file`
   */
  uploadFile(args?: types.UploadFileArguments, options?: RequestOptions): ApiCall<types.FileUploadResponse> {
    return operations.uploadFile(this, args, options);
  }

  /**
   * Delete a file
   *
   * Deletes an uploaded file from the CDN. Attachments that point to it are not changed.
   *
   * `DELETE /api/v2/uploads/file`
   */
  deleteFile(args?: types.DeleteFileArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deleteFile(this, args, options);
  }

  /**
   * Upload an image
   *
   * Uploads an image and returns its URL. Resized copies can be made in the same call.
   *
   * `POST /api/v2/uploads/image`
   */
  uploadImage(args?: types.UploadImageArguments, options?: RequestOptions): ApiCall<types.ImageUploadResponse> {
    return operations.uploadImage(this, args, options);
  }

  /**
   * Delete an image
   *
   * Deletes an uploaded image from the CDN. Attachments that point to it are not changed.
   *
   * `DELETE /api/v2/uploads/image`
   */
  deleteImage(args?: types.DeleteImageArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deleteImage(this, args, options);
  }

  /**
   * List user groups
   *
   * Returns user groups, oldest first and page by page. To get the next page, pass the id and creation date of the last group you have as `id_gt` and `created_at_gt`.
   *
   * `GET /api/v2/usergroups`
   */
  listUserGroups(args?: types.ListUserGroupsArguments, options?: RequestOptions): PagedCall<types.ListUserGroupsResponse, types.UserGroupResponse> {
    return operations.listUserGroups(this, args, options);
  }

  /**
   * Create a user group
   *
   * Creates a group of users, with its first members if wanted. Messages can mention the group as one.
   *
   * `POST /api/v2/usergroups`
   */
  createUserGroup(args: types.CreateUserGroupArguments, options?: RequestOptions): ApiCall<types.CreateUserGroupResponse> {
    return operations.createUserGroup(this, args, options);
  }

  /**
   * Search user groups by name
   *
   * Returns the groups whose names match a text, sorted by name and page by page. Fit for completing a mention while it is typed.
   *
   * `GET /api/v2/usergroups/search`
   */
  searchUserGroups(args: types.SearchUserGroupsArguments, options?: RequestOptions): PagedCall<types.SearchUserGroupsResponse, types.UserGroupResponse> {
    return operations.searchUserGroups(this, args, options);
  }

  /**
   * Get a user group
   *
   * Returns one group with its members.
   *
   * `GET /api/v2/usergroups/{id}`
   */
  getUserGroup(args: types.GetUserGroupArguments, options?: RequestOptions): ApiCall<types.GetUserGroupResponse> {
    return operations.getUserGroup(this, args, options);
  }

  /**
   * Change a user group
   *
   * Changes the name or the description of a group. Members are changed by other calls.
   *
   * `PUT /api/v2/usergroups/{id}`
   */
  updateUserGroup(args: types.UpdateUserGroupArguments, options?: RequestOptions): ApiCall<types.UpdateUserGroupResponse> {
    return operations.updateUserGroup(this, args, options);
  }

  /**
   * Delete a user group
   *
   * Deletes a group. The users in it are not affected.
   *
   * `DELETE /api/v2/usergroups/{id}`
   */
  deleteUserGroup(args: types.DeleteUserGroupArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.deleteUserGroup(this, args, options);
  }

  /**
   * Add members to a user group
   *
   * Adds up to 100 users to a group, as plain members or as admins.
   *
   * `POST /api/v2/usergroups/{id}/members`
   */
  addUserGroupMembers(args: types.AddUserGroupMembersArguments, options?: RequestOptions): ApiCall<types.AddUserGroupMembersResponse> {
    return operations.addUserGroupMembers(this, args, options);
  }

  /**
   * Remove members from a user group
   *
   * Removes up to 100 users from a group.
   *
   * `POST /api/v2/usergroups/{id}/members/delete`
   */
  removeUserGroupMembers(args: types.RemoveUserGroupMembersArguments, options?: RequestOptions): ApiCall<types.RemoveUserGroupMembersResponse> {
    return operations.removeUserGroupMembers(this, args, options);
  }

  /**
   * Search users
   *
   * Returns the users that match a filter, sorted, up to 100 at a time. Move on with `offset`; for more than 1,000 users filter by a range of ids instead.
   *
   * `GET /api/v2/users`
   */
  queryUsers(args?: types.QueryUsersArguments, options?: RequestOptions): PagedCall<types.QueryUsersResponse, types.FullUserResponse> {
    return operations.queryUsers(this, args, options);
  }

  /**
   * Create or replace users
   *
   * Creates users, or replaces those that exist: data left out of a user is removed. To change single fields use `UpdateUsersPartial`.
   *
   * `POST /api/v2/users`
   */
  updateUsers(args: types.UpdateUsersArguments, options?: RequestOptions): ApiCall<types.UpdateUsersResponse> {
    return operations.updateUsers(this, args, options);
  }

  /**
   * Change fields of users
   *
   * Sets and removes single fields of users and leaves the rest alone.
   *
   * `PATCH /api/v2/users`
   */
  updateUsersPartial(args: types.UpdateUsersPartialArguments, options?: RequestOptions): ApiCall<types.UpdateUsersResponse> {
    return operations.updateUsersPartial(this, args, options);
  }

  /**
   * List the users someone has blocked
   *
   * Returns the users that a user has blocked, and since when.
   *
   * `GET /api/v2/users/block`
   */
  getBlockedUsers(args?: types.GetBlockedUsersArguments, options?: RequestOptions): ApiCall<types.GetBlockedUsersResponse> {
    return operations.getBlockedUsers(this, args, options);
  }

  /**
   * Block a user for another
   *
   * Blocks one user on behalf of another, who is then spared contact with them. Only the two are affected: to shut a user out of the app, deactivate them.
   *
   * `POST /api/v2/users/block`
   */
  blockUsers(args: types.BlockUsersArguments, options?: RequestOptions): ApiCall<types.BlockUsersResponse> {
    return operations.blockUsers(this, args, options);
  }

  /**
   * Deactivate several users
   *
   * Starts a job that deactivates up to 100 users: they can no longer connect, but their data is kept. `ReactivateUsers` undoes it.
   *
   * `POST /api/v2/users/deactivate`
   */
  deactivateUsers(args: types.DeactivateUsersArguments, options?: RequestOptions): ApiCall<types.DeactivateUsersResponse> {
    return operations.deactivateUsers(this, args, options);
  }

  /**
   * Delete users
   *
   * Starts a job that deletes up to 100 users and, as far as asked for, their messages, channels, calls and files. Only soft deletions can be undone, with `RestoreUsers`.
   *
   * `POST /api/v2/users/delete`
   */
  deleteUsers(args: types.DeleteUsersArguments, options?: RequestOptions): ApiCall<types.DeleteUsersResponse> {
    return operations.deleteUsers(this, args, options);
  }

  /**
   * List live locations of a user
   *
   * Returns the live locations that a user is sharing at the moment, in any channel.
   *
   * `GET /api/v2/users/live_locations`
   */
  getUserLiveLocations(args?: types.GetUserLiveLocationsArguments, options?: RequestOptions): ApiCall<types.SharedLocationsResponse> {
    return operations.getUserLiveLocations(this, args, options);
  }

  /**
   * Move or end a live location
   *
   * Moves a shared live location to new coordinates, or changes when sharing ends. An end in the past stops it.
   *
   * `PUT /api/v2/users/live_locations`
   */
  updateLiveLocation(args: types.UpdateLiveLocationArguments, options?: RequestOptions): ApiCall<types.SharedLocationResponse> {
    return operations.updateLiveLocation(this, args, options);
  }

  /**
   * Reactivate several users
   *
   * Starts a job that lets up to 100 deactivated users connect again, with their messages and channels if wanted.
   *
   * `POST /api/v2/users/reactivate`
   */
  reactivateUsers(args: types.ReactivateUsersArguments, options?: RequestOptions): ApiCall<types.ReactivateUsersResponse> {
    return operations.reactivateUsers(this, args, options);
  }

  /**
   * Restore deleted users
   *
   * Brings back users who were deleted softly. Users whose data is gone cannot be restored.
   *
   * `POST /api/v2/users/restore`
   */
  restoreUsers(args: types.RestoreUsersArguments, options?: RequestOptions): ApiCall<types.Response> {
    return operations.restoreUsers(this, args, options);
  }

  /**
   * Unblock a user for another
   *
   * Removes a block that one user made against another.
   *
   * `POST /api/v2/users/unblock`
   */
  unblockUsers(args: types.UnblockUsersArguments, options?: RequestOptions): ApiCall<types.UnblockUsersResponse> {
    return operations.unblockUsers(this, args, options);
  }

  /**
   * Deactivate a user
   *
   * Deactivates one user at once: the user can no longer connect, but the data is kept. `ReactivateUser` undoes it.
   *
   * `POST /api/v2/users/{user_id}/deactivate`
   */
  deactivateUser(args: types.DeactivateUserArguments, options?: RequestOptions): ApiCall<types.DeactivateUserResponse> {
    return operations.deactivateUser(this, args, options);
  }

  /**
   * Export a user
   *
   * Returns a user's profile, messages and reactions, for instance to answer a request for personal data. For users with much data prefer `ExportUsers`.
   *
   * `GET /api/v2/users/{user_id}/export`
   */
  exportUser(args: types.ExportUserArguments, options?: RequestOptions): ApiCall<types.ExportUserResponse> {
    return operations.exportUser(this, args, options);
  }

  /**
   * Reactivate a user
   *
   * Lets one deactivated user connect again, under a new name if wanted, and brings back messages if they were deleted along with the deactivation.
   *
   * `POST /api/v2/users/{user_id}/reactivate`
   */
  reactivateUser(args: types.ReactivateUserArguments, options?: RequestOptions): ApiCall<types.ReactivateUserResponse> {
    return operations.reactivateUser(this, args, options);
  }
}
