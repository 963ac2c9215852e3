// Generated from the OpenAPI document; change the document or the templates instead.
import type {
  APIError,
  AddUserGroupMembersRequest,
  BlockUsersRequest,
  CheckPushRequest,
  CheckSNSRequest,
  CheckSQSRequest,
  CreateBlockListRequest,
  CreateDeviceRequest,
  CreateExternalStorageRequest,
  CreateGuestRequest,
  CreateImportRequest,
  CreateImportURLRequest,
  CreateImportV2TaskRequest,
  CreatePollOptionRequest,
  CreatePollRequest,
  CreateRoleRequest,
  CreateUserGroupRequest,
  DeactivateUserRequest,
  DeactivateUsersRequest,
  DeleteUsersRequest,
  ExportUsersRequest,
  FileUploadRequest,
  ImageUploadRequest,
  QueryPollVotesRequest,
  QueryPollsRequest,
  QueryUsersPayload,
  ReactivateUserRequest,
  ReactivateUsersRequest,
  RemoveUserGroupMembersRequest,
  RestoreUsersRequest,
  UnblockUsersRequest,
  UpdateAppRequest,
  UpdateBlockListRequest,
  UpdateExternalStorageRequest,
  UpdateLiveLocationRequest,
  UpdatePollOptionRequest,
  UpdatePollPartialRequest,
  UpdatePollRequest,
  UpdateUserGroupRequest,
  UpdateUsersPartialRequest,
  UpdateUsersRequest,
  UpsertExternalStorageRequest,
  UpsertPushPreferencesRequest,
  UpsertPushProviderRequest,
  UpsertPushTemplateRequest,
} from './schemas.js';

/** Error bodies of `getApp`, by status. */
export interface GetAppErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updateApp`. */
export interface UpdateAppArguments extends UpdateAppRequest {
}

/** Error bodies of `updateApp`, by status. */
export interface UpdateAppErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `listBlockLists`. */
export interface ListBlockListsArguments {
    /** Team that the block lists belong to, in apps that keep their teams apart. */
    team?: string | undefined;
}

/** Error bodies of `listBlockLists`, by status. */
export interface ListBlockListsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createBlockList`. */
export interface CreateBlockListArguments extends CreateBlockListRequest {
}

/** Error bodies of `createBlockList`, by status. */
export interface CreateBlockListErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getBlockList`. */
export interface GetBlockListArguments {
    /** Name of the list to read. */
    name: string;
    /** Team that the list belongs to, in apps that keep their teams apart. */
    team?: string | undefined;
}

/** Error bodies of `getBlockList`, by status. */
export interface GetBlockListErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updateBlockList`. */
export interface UpdateBlockListArguments extends UpdateBlockListRequest {
    /** Name of the list to change. */
    name: string;
}

/** Error bodies of `updateBlockList`, by status. */
export interface UpdateBlockListErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteBlockList`. */
export interface DeleteBlockListArguments {
    /** Name of the list to delete. */
    name: string;
    /** Team that the list belongs to, in apps that keep their teams apart. */
    team?: string | undefined;
}

/** Error bodies of `deleteBlockList`, by status. */
export interface DeleteBlockListErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `checkPush`. */
export interface CheckPushArguments extends CheckPushRequest {
}

/** Error bodies of `checkPush`, by status. */
export interface CheckPushErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `checkSNS`. */
export interface CheckSNSArguments extends CheckSNSRequest {
}

/** Error bodies of `checkSNS`, by status. */
export interface CheckSNSErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `checkSQS`. */
export interface CheckSQSArguments extends CheckSQSRequest {
}

/** Error bodies of `checkSQS`, by status. */
export interface CheckSQSErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `listDevices`. */
export interface ListDevicesArguments {
    /** Whose devices to list. Needed with a server token. */
    user_id?: string | undefined;
}

/** Error bodies of `listDevices`, by status. */
export interface ListDevicesErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createDevice`. */
export interface CreateDeviceArguments extends CreateDeviceRequest {
}

/** Error bodies of `createDevice`, by status. */
export interface CreateDeviceErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteDevice`. */
export interface DeleteDeviceArguments {
    /** The token under which the device was registered. */
    id: string;
    /** Whose device it is. Needed with a server token. */
    user_id?: string | undefined;
}

/** Error bodies of `deleteDevice`, by status. */
export interface DeleteDeviceErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `exportUsers`. */
export interface ExportUsersArguments extends ExportUsersRequest {
}

/** Error bodies of `exportUsers`, by status. */
export interface ExportUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `listExternalStorage`, by status. */
export interface ListExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createExternalStorage`. */
export interface CreateExternalStorageArguments extends CreateExternalStorageRequest {
}

/** Error bodies of `createExternalStorage`, by status. */
export interface CreateExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updateExternalStorage`. */
export interface UpdateExternalStorageArguments extends UpdateExternalStorageRequest {
    /** Name of the storage to change. */
    name: string;
}

/** Error bodies of `updateExternalStorage`, by status. */
export interface UpdateExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteExternalStorage`. */
export interface DeleteExternalStorageArguments {
    /** Name of the storage to delete. */
    name: string;
}

/** Error bodies of `deleteExternalStorage`, by status. */
export interface DeleteExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `checkExternalStorage`. */
export interface CheckExternalStorageArguments {
    /** Name of the storage to test. */
    name: string;
}

/** Error bodies of `checkExternalStorage`, by status. */
export interface CheckExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createGuest`. */
export interface CreateGuestArguments extends CreateGuestRequest {
}

/** Error bodies of `createGuest`, by status. */
export interface CreateGuestErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createImportURL`. */
export interface CreateImportURLArguments extends CreateImportURLRequest {
}

/** Error bodies of `createImportURL`, by status. */
export interface CreateImportURLErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `listImports`, by status. */
export interface ListImportsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createImport`. */
export interface CreateImportArguments extends CreateImportRequest {
}

/** Error bodies of `createImport`, by status. */
export interface CreateImportErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `listImportV2Tasks`. */
export interface ListImportV2TasksArguments {
    /** Number of the state that tasks must be in. All tasks are returned without it. */
    state?: number | undefined;
}

/** Error bodies of `listImportV2Tasks`, by status. */
export interface ListImportV2TasksErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createImportV2Task`. */
export interface CreateImportV2TaskArguments extends CreateImportV2TaskRequest {
}

/** Error bodies of `createImportV2Task`, by status. */
export interface CreateImportV2TaskErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `getImporterExternalStorage`, by status. */
export interface GetImporterExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `upsertImporterExternalStorage`. */
export interface UpsertImporterExternalStorageArguments extends UpsertExternalStorageRequest {
}

/** Error bodies of `upsertImporterExternalStorage`, by status. */
export interface UpsertImporterExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `deleteImporterExternalStorage`, by status. */
export interface DeleteImporterExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `validateImporterExternalStorage`, by status. */
export interface ValidateImporterExternalStorageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getImportV2Task`. */
export interface GetImportV2TaskArguments {
    /** The import task. */
    id: string;
}

/** Error bodies of `getImportV2Task`, by status. */
export interface GetImportV2TaskErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteImportV2Task`. */
export interface DeleteImportV2TaskArguments {
    /** The import task. */
    id: string;
}

/** Error bodies of `deleteImportV2Task`, by status. */
export interface DeleteImportV2TaskErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getImport`. */
export interface GetImportArguments {
    /** The import, by the id that `CreateImport` returned. */
    id: string;
}

/** Error bodies of `getImport`, by status. */
export interface GetImportErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getOG`. */
export interface GetOGArguments {
    /** Address of the page. */
    url: string;
}

/** Error bodies of `getOG`, by status. */
export interface GetOGErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `listPermissions`, by status. */
export interface ListPermissionsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getPermission`. */
export interface GetPermissionArguments {
    /** The permission. */
    id: string;
}

/** Error bodies of `getPermission`, by status. */
export interface GetPermissionErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createPoll`. */
export interface CreatePollArguments extends CreatePollRequest {
}

/** Error bodies of `createPoll`, by status. */
export interface CreatePollErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updatePoll`. */
export interface UpdatePollArguments extends UpdatePollRequest {
}

/** Error bodies of `updatePoll`, by status. */
export interface UpdatePollErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `queryPolls`. */
export interface QueryPollsArguments extends QueryPollsRequest {
    /** The user to act for. Needed with a server token, which belongs to no user. */
    user_id?: string | undefined;
}

/** Error bodies of `queryPolls`, by status. */
export interface QueryPollsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getPoll`. */
export interface GetPollArguments {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /** The user whose own votes the response lists. */
    user_id?: string | undefined;
}

/** Error bodies of `getPoll`, by status. */
export interface GetPollErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updatePollPartial`. */
export interface UpdatePollPartialArguments extends UpdatePollPartialRequest {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
}

/** Error bodies of `updatePollPartial`, by status. */
export interface UpdatePollPartialErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deletePoll`. */
export interface DeletePollArguments {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /** The user to act for. Needed with a server token, which belongs to no user. */
    user_id?: string | undefined;
}

/** Error bodies of `deletePoll`, by status. */
export interface DeletePollErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createPollOption`. */
export interface CreatePollOptionArguments extends CreatePollOptionRequest {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
}

/** Error bodies of `createPollOption`, by status. */
export interface CreatePollOptionErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updatePollOption`. */
export interface UpdatePollOptionArguments extends UpdatePollOptionRequest {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
}

/** Error bodies of `updatePollOption`, by status. */
export interface UpdatePollOptionErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getPollOption`. */
export interface GetPollOptionArguments {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /**
     * The option within the poll.
     *
     * Maximum length: 255.
     */
    option_id: string;
    /** The user to act for. Needed with a server token, which belongs to no user. */
    user_id?: string | undefined;
}

/** Error bodies of `getPollOption`, by status. */
export interface GetPollOptionErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deletePollOption`. */
export interface DeletePollOptionArguments {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /**
     * The option within the poll.
     *
     * Maximum length: 255.
     */
    option_id: string;
    /** The user to act for. Needed with a server token, which belongs to no user. */
    user_id?: string | undefined;
}

/** Error bodies of `deletePollOption`, by status. */
export interface DeletePollOptionErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `queryPollVotes`. */
export interface QueryPollVotesArguments extends QueryPollVotesRequest {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /** The user to act for. Needed with a server token, which belongs to no user. */
    user_id?: string | undefined;
}

/** Error bodies of `queryPollVotes`, by status. */
export interface QueryPollVotesErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updatePushNotificationPreferences`. */
export interface UpdatePushNotificationPreferencesArguments extends UpsertPushPreferencesRequest {
}

/** Error bodies of `updatePushNotificationPreferences`, by status. */
export interface UpdatePushNotificationPreferencesErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `listPushProviders`, by status. */
export interface ListPushProvidersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `upsertPushProvider`. */
export interface UpsertPushProviderArguments extends UpsertPushProviderRequest {
}

/** Error bodies of `upsertPushProvider`, by status. */
export interface UpsertPushProviderErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deletePushProvider`. */
export interface DeletePushProviderArguments {
    /** The service that delivers: Firebase, Apple (`apn`), Huawei or Xiaomi. */
    type: "apn" | "firebase" | "huawei" | "xiaomi";
    /**
     * Name of the configuration to delete.
     *
     * Minimum length: 1. Maximum length: 36.
     */
    name: string;
}

/** Error bodies of `deletePushProvider`, by status. */
export interface DeletePushProviderErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getPushTemplates`. */
export interface GetPushTemplatesArguments {
    /** Name of the provider configuration, when there are several of the type. */
    push_provider_name?: string | undefined;
    /** The service that delivers: Firebase, Apple (`apn`), Huawei or Xiaomi. */
    push_provider_type: "firebase" | "apn" | "huawei" | "xiaomi";
}

/** Error bodies of `getPushTemplates`, by status. */
export interface GetPushTemplatesErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `upsertPushTemplate`. */
export interface UpsertPushTemplateArguments extends UpsertPushTemplateRequest {
}

/** Error bodies of `upsertPushTemplate`, by status. */
export interface UpsertPushTemplateErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getRateLimits`. */
export interface GetRateLimitsArguments {
    /** Include the limits of calls made with a server token. */
    server_side?: boolean | undefined;
    /** Include the limits of the Android SDKs. */
    android?: boolean | undefined;
    /** Include the limits of the iOS SDKs. */
    ios?: boolean | undefined;
    /** Include the limits of browsers. */
    web?: boolean | undefined;
    /** Names of the endpoints to report on, separated by commas. All endpoints without it. */
    endpoints?: string | undefined;
}

/** Error bodies of `getRateLimits`, by status. */
export interface GetRateLimitsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Error bodies of `listRoles`, by status. */
export interface ListRolesErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createRole`. */
export interface CreateRoleArguments extends CreateRoleRequest {
}

/** Error bodies of `createRole`, by status. */
export interface CreateRoleErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteRole`. */
export interface DeleteRoleArguments {
    /** Name of the role. */
    name: string;
}

/** Error bodies of `deleteRole`, by status. */
export interface DeleteRoleErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getTask`. */
export interface GetTaskArguments {
    /** The `task_id` from the response of the call that started the job. */
    id: string;
}

/** Error bodies of `getTask`, by status. */
export interface GetTaskErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `uploadFile`. */
export interface UploadFileArguments extends FileUploadRequest {
}

/** Error bodies of `uploadFile`, by status. */
export interface UploadFileErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteFile`. */
export interface DeleteFileArguments {
    /** The URL that the upload returned. */
    url?: string | undefined;
}

/** Error bodies of `deleteFile`, by status. */
export interface DeleteFileErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `uploadImage`. */
export interface UploadImageArguments extends ImageUploadRequest {
}

/** Error bodies of `uploadImage`, by status. */
export interface UploadImageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteImage`. */
export interface DeleteImageArguments {
    /** The URL that the upload returned. */
    url?: string | undefined;
}

/** Error bodies of `deleteImage`, by status. */
export interface DeleteImageErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `listUserGroups`. */
export interface ListUserGroupsArguments {
    /**
     * How many groups to return at most.
     *
     * Minimum: 1. Maximum: 100.
     */
    limit?: number | undefined;
    /** Continue after the group with this id. */
    id_gt?: string | undefined;
    /** Continue after groups created at this time, given as an RFC 3339 string. */
    created_at_gt?: string | undefined;
    /**
     * Only groups scoped to this team.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Error bodies of `listUserGroups`, by status. */
export interface ListUserGroupsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `createUserGroup`. */
export interface CreateUserGroupArguments extends CreateUserGroupRequest {
}

/** Error bodies of `createUserGroup`, by status. */
export interface CreateUserGroupErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `searchUserGroups`. */
export interface SearchUserGroupsArguments {
    /**
     * The text to look for in names.
     *
     * Minimum length: 1. Maximum length: 255.
     */
    query: string;
    /**
     * How many groups to return at most.
     *
     * Minimum: 1. Maximum: 25.
     */
    limit?: number | undefined;
    /** Continue after the group with this name. */
    name_gt?: string | undefined;
    /** Continue after the group with this id, among groups of equal name. */
    id_gt?: string | undefined;
    /**
     * Only groups scoped to this team.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Error bodies of `searchUserGroups`, by status. */
export interface SearchUserGroupsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getUserGroup`. */
export interface GetUserGroupArguments {
    /** The group. */
    id: string;
    /**
     * Team that the group is scoped to. Leave it out for a group of the whole app.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Error bodies of `getUserGroup`, by status. */
export interface GetUserGroupErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updateUserGroup`. */
export interface UpdateUserGroupArguments extends UpdateUserGroupRequest {
    /** The group. */
    id: string;
}

/** Error bodies of `updateUserGroup`, by status. */
export interface UpdateUserGroupErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteUserGroup`. */
export interface DeleteUserGroupArguments {
    /** The group. */
    id: string;
    /**
     * Team that the group is scoped to. Leave it out for a group of the whole app.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Error bodies of `deleteUserGroup`, by status. */
export interface DeleteUserGroupErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `addUserGroupMembers`. */
export interface AddUserGroupMembersArguments extends AddUserGroupMembersRequest {
    /** The group. */
    id: string;
}

/** Error bodies of `addUserGroupMembers`, by status. */
export interface AddUserGroupMembersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `removeUserGroupMembers`. */
export interface RemoveUserGroupMembersArguments extends RemoveUserGroupMembersRequest {
    /** The group. */
    id: string;
}

/** Error bodies of `removeUserGroupMembers`, by status. */
export interface RemoveUserGroupMembersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `queryUsers`. */
export interface QueryUsersArguments {
    /** The search: filter, order and page. */
    payload?: QueryUsersPayload | undefined;
}

/** Error bodies of `queryUsers`, by status. */
export interface QueryUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updateUsers`. */
export interface UpdateUsersArguments extends UpdateUsersRequest {
}

/** Error bodies of `updateUsers`, by status. */
export interface UpdateUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updateUsersPartial`. */
export interface UpdateUsersPartialArguments extends UpdateUsersPartialRequest {
}

/** Error bodies of `updateUsersPartial`, by status. */
export interface UpdateUsersPartialErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getBlockedUsers`. */
export interface GetBlockedUsersArguments {
    /** Whose blocks to list. Needed with a server token. */
    user_id?: string | undefined;
}

/** Error bodies of `getBlockedUsers`, by status. */
export interface GetBlockedUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `blockUsers`. */
export interface BlockUsersArguments extends BlockUsersRequest {
}

/** Error bodies of `blockUsers`, by status. */
export interface BlockUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deactivateUsers`. */
export interface DeactivateUsersArguments extends DeactivateUsersRequest {
}

/** Error bodies of `deactivateUsers`, by status. */
export interface DeactivateUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deleteUsers`. */
export interface DeleteUsersArguments extends DeleteUsersRequest {
}

/** Error bodies of `deleteUsers`, by status. */
export interface DeleteUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `getUserLiveLocations`. */
export interface GetUserLiveLocationsArguments {
    /** Who shares the locations. Needed with a server token. */
    user_id?: string | undefined;
}

/** Error bodies of `getUserLiveLocations`, by status. */
export interface GetUserLiveLocationsErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `updateLiveLocation`. */
export interface UpdateLiveLocationArguments extends UpdateLiveLocationRequest {
    /** Who shares the location. Needed with a server token. */
    user_id?: string | undefined;
}

/** Error bodies of `updateLiveLocation`, by status. */
export interface UpdateLiveLocationErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `reactivateUsers`. */
export interface ReactivateUsersArguments extends ReactivateUsersRequest {
}

/** Error bodies of `reactivateUsers`, by status. */
export interface ReactivateUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `restoreUsers`. */
export interface RestoreUsersArguments extends RestoreUsersRequest {
}

/** Error bodies of `restoreUsers`, by status. */
export interface RestoreUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `unblockUsers`. */
export interface UnblockUsersArguments extends UnblockUsersRequest {
}

/** Error bodies of `unblockUsers`, by status. */
export interface UnblockUsersErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `deactivateUser`. */
export interface DeactivateUserArguments extends DeactivateUserRequest {
    /** The user to deactivate. */
    user_id: string;
}

/** Error bodies of `deactivateUser`, by status. */
export interface DeactivateUserErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `exportUser`. */
export interface ExportUserArguments {
    /** The user to export. */
    user_id: string;
}

/** Error bodies of `exportUser`, by status. */
export interface ExportUserErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}

/** Arguments of `reactivateUser`. */
export interface ReactivateUserArguments extends ReactivateUserRequest {
    /** The user to reactivate. */
    user_id: string;
}

/** Error bodies of `reactivateUser`, by status. */
export interface ReactivateUserErrors {
    /** The request was refused: an argument is missing, malformed or not allowed here. The same request will be refused again. */
    400: APIError;
    /** Too many calls of this endpoint within the current minute. Wait until the window restarts, then send the request again. */
    429: APIError;
}
