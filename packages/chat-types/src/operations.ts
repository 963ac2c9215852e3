// Generated from the API description; changes belong in the description or the templates.
import type {
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

/** Arguments of `updateApp`. */
export interface UpdateAppArguments extends UpdateAppRequest {
}

/** Arguments of `listBlockLists`. */
export interface ListBlockListsArguments {
    /** Team that the block lists belong to, in apps that keep their teams apart. */
    team?: string;
}

/** Arguments of `createBlockList`. */
export interface CreateBlockListArguments extends CreateBlockListRequest {
}

/** Arguments of `getBlockList`. */
export interface GetBlockListArguments {
    /** Name of the list to read. */
    name: string;
    /** Team that the list belongs to, in apps that keep their teams apart. */
    team?: string;
}

/** Arguments of `updateBlockList`. */
export interface UpdateBlockListArguments extends UpdateBlockListRequest {
    /** Name of the list to change. */
    name: string;
}

/** Arguments of `deleteBlockList`. */
export interface DeleteBlockListArguments {
    /** Name of the list to delete. */
    name: string;
    /** Team that the list belongs to, in apps that keep their teams apart. */
    team?: string;
}

/** Arguments of `checkPush`. */
export interface CheckPushArguments extends CheckPushRequest {
}

/** Arguments of `checkSNS`. */
export interface CheckSNSArguments extends CheckSNSRequest {
}

/** Arguments of `checkSQS`. */
export interface CheckSQSArguments extends CheckSQSRequest {
}

/** Arguments of `listDevices`. */
export interface ListDevicesArguments {
    /** Whose devices to list. Needed with a server token. */
    user_id?: string;
}

/** Arguments of `createDevice`. */
export interface CreateDeviceArguments extends CreateDeviceRequest {
}

/** Arguments of `deleteDevice`. */
export interface DeleteDeviceArguments {
    /** The token under which the device was registered. */
    id: string;
    /** Whose device it is. Needed with a server token. */
    user_id?: string;
}

/** Arguments of `exportUsers`. */
export interface ExportUsersArguments extends ExportUsersRequest {
}

/** Arguments of `createExternalStorage`. */
export interface CreateExternalStorageArguments extends CreateExternalStorageRequest {
}

/** Arguments of `updateExternalStorage`. */
export interface UpdateExternalStorageArguments extends UpdateExternalStorageRequest {
    /** Name of the storage to change. */
    name: string;
}

/** Arguments of `deleteExternalStorage`. */
export interface DeleteExternalStorageArguments {
    /** Name of the storage to delete. */
    name: string;
}

/** Arguments of `checkExternalStorage`. */
export interface CheckExternalStorageArguments {
    /** Name of the storage to test. */
    name: string;
}

/** Arguments of `createGuest`. */
export interface CreateGuestArguments extends CreateGuestRequest {
}

/** Arguments of `createImportURL`. */
export interface CreateImportURLArguments extends CreateImportURLRequest {
}

/** Arguments of `createImport`. */
export interface CreateImportArguments extends CreateImportRequest {
}

/** Arguments of `listImportV2Tasks`. */
export interface ListImportV2TasksArguments {
    /** Number of the state that tasks must be in. All tasks are returned without it. */
    state?: number;
}

/** Arguments of `createImportV2Task`. */
export interface CreateImportV2TaskArguments extends CreateImportV2TaskRequest {
}

/** Arguments of `upsertImporterExternalStorage`. */
export interface UpsertImporterExternalStorageArguments extends UpsertExternalStorageRequest {
}

/** Arguments of `getImportV2Task`. */
export interface GetImportV2TaskArguments {
    /** The import task. */
    id: string;
}

/** Arguments of `deleteImportV2Task`. */
export interface DeleteImportV2TaskArguments {
    /** The import task. */
    id: string;
}

/** Arguments of `getImport`. */
export interface GetImportArguments {
    /** The import, by the id that `CreateImport` returned. */
    id: string;
}

/** Arguments of `getOG`. */
export interface GetOGArguments {
    /** Address of the page. */
    url: string;
}

/** Arguments of `getPermission`. */
export interface GetPermissionArguments {
    /** The permission. */
    id: string;
}

/** Arguments of `createPoll`. */
export interface CreatePollArguments extends CreatePollRequest {
}

/** Arguments of `updatePoll`. */
export interface UpdatePollArguments extends UpdatePollRequest {
}

/** Arguments of `queryPolls`. */
export interface QueryPollsArguments extends QueryPollsRequest {
    /** The user to act for. Needed with a server token, which stands for no user. */
    user_id?: string;
}

/** Arguments of `getPoll`. */
export interface GetPollArguments {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /** The user whose own votes the reply lists. */
    user_id?: string;
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

/** Arguments of `deletePoll`. */
export interface DeletePollArguments {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /** The user to act for. Needed with a server token, which stands for no user. */
    user_id?: string;
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

/** Arguments of `updatePollOption`. */
export interface UpdatePollOptionArguments extends UpdatePollOptionRequest {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
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
    /** The user to act for. Needed with a server token, which stands for no user. */
    user_id?: string;
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
    /** The user to act for. Needed with a server token, which stands for no user. */
    user_id?: string;
}

/** Arguments of `queryPollVotes`. */
export interface QueryPollVotesArguments extends QueryPollVotesRequest {
    /**
     * The poll.
     *
     * Maximum length: 255.
     */
    poll_id: string;
    /** The user to act for. Needed with a server token, which stands for no user. */
    user_id?: string;
}

/** Arguments of `updatePushNotificationPreferences`. */
export interface UpdatePushNotificationPreferencesArguments extends UpsertPushPreferencesRequest {
}

/** Arguments of `upsertPushProvider`. */
export interface UpsertPushProviderArguments extends UpsertPushProviderRequest {
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

/** Arguments of `getPushTemplates`. */
export interface GetPushTemplatesArguments {
    /** Name of the provider configuration, when there are several of the type. */
    push_provider_name?: string;
    /** The service that delivers: Firebase, Apple (`apn`), Huawei or Xiaomi. */
    push_provider_type: "firebase" | "apn" | "huawei" | "xiaomi";
}

/** Arguments of `upsertPushTemplate`. */
export interface UpsertPushTemplateArguments extends UpsertPushTemplateRequest {
}

/** Arguments of `getRateLimits`. */
export interface GetRateLimitsArguments {
    /** Include the limits of calls made with a server token. */
    server_side?: boolean;
    /** Include the limits of the Android SDKs. */
    android?: boolean;
    /** Include the limits of the iOS SDKs. */
    ios?: boolean;
    /** Include the limits of browsers. */
    web?: boolean;
    /** Names of the endpoints to report on, separated by commas. All endpoints without it. */
    endpoints?: string;
}

/** Arguments of `createRole`. */
export interface CreateRoleArguments extends CreateRoleRequest {
}

/** Arguments of `deleteRole`. */
export interface DeleteRoleArguments {
    /** Name of the role. */
    name: string;
}

/** Arguments of `getTask`. */
export interface GetTaskArguments {
    /** The `task_id` from the reply of the call that started the job. */
    id: string;
}

/** Arguments of `uploadFile`. */
export interface UploadFileArguments extends FileUploadRequest {
}

/** Arguments of `deleteFile`. */
export interface DeleteFileArguments {
    /** The URL that the upload returned. */
    url?: string;
}

/** Arguments of `uploadImage`. */
export interface UploadImageArguments extends ImageUploadRequest {
}

/** Arguments of `deleteImage`. */
export interface DeleteImageArguments {
    /** The URL that the upload returned. */
    url?: string;
}

/** Arguments of `listUserGroups`. */
export interface ListUserGroupsArguments {
    /**
     * How many groups to return at most.
     *
     * Minimum: 1. Maximum: 100.
     */
    limit?: number;
    /** Continue after the group with this id. */
    id_gt?: string;
    /** Continue after groups created at this time, given as an RFC 3339 string. */
    created_at_gt?: string;
    /**
     * Only groups scoped to this team.
     *
     * Maximum length: 255.
     */
    team_id?: string;
}

/** Arguments of `createUserGroup`. */
export interface CreateUserGroupArguments extends CreateUserGroupRequest {
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
    limit?: number;
    /** Continue after the group with this name. */
    name_gt?: string;
    /** Continue after the group with this id, among groups of equal name. */
    id_gt?: string;
    /**
     * Only groups scoped to this team.
     *
     * Maximum length: 255.
     */
    team_id?: string;
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
    team_id?: string;
}

/** Arguments of `updateUserGroup`. */
export interface UpdateUserGroupArguments extends UpdateUserGroupRequest {
    /** The group. */
    id: string;
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
    team_id?: string;
}

/** Arguments of `addUserGroupMembers`. */
export interface AddUserGroupMembersArguments extends AddUserGroupMembersRequest {
    /** The group. */
    id: string;
}

/** Arguments of `removeUserGroupMembers`. */
export interface RemoveUserGroupMembersArguments extends RemoveUserGroupMembersRequest {
    /** The group. */
    id: string;
}

/** Arguments of `queryUsers`. */
export interface QueryUsersArguments {
    /** The search: filter, order and page. */
    payload?: QueryUsersPayload;
}

/** Arguments of `updateUsers`. */
export interface UpdateUsersArguments extends UpdateUsersRequest {
}

/** Arguments of `updateUsersPartial`. */
export interface UpdateUsersPartialArguments extends UpdateUsersPartialRequest {
}

/** Arguments of `getBlockedUsers`. */
export interface GetBlockedUsersArguments {
    /** Whose blocks to list. Needed with a server token. */
    user_id?: string;
}

/** Arguments of `blockUsers`. */
export interface BlockUsersArguments extends BlockUsersRequest {
}

/** Arguments of `deactivateUsers`. */
export interface DeactivateUsersArguments extends DeactivateUsersRequest {
}

/** Arguments of `deleteUsers`. */
export interface DeleteUsersArguments extends DeleteUsersRequest {
}

/** Arguments of `getUserLiveLocations`. */
export interface GetUserLiveLocationsArguments {
    /** Who shares the locations. Needed with a server token. */
    user_id?: string;
}

/** Arguments of `updateLiveLocation`. */
export interface UpdateLiveLocationArguments extends UpdateLiveLocationRequest {
    /** Who shares the location. Needed with a server token. */
    user_id?: string;
}

/** Arguments of `reactivateUsers`. */
export interface ReactivateUsersArguments extends ReactivateUsersRequest {
}

/** Arguments of `restoreUsers`. */
export interface RestoreUsersArguments extends RestoreUsersRequest {
}

/** Arguments of `unblockUsers`. */
export interface UnblockUsersArguments extends UnblockUsersRequest {
}

/** Arguments of `deactivateUser`. */
export interface DeactivateUserArguments extends DeactivateUserRequest {
    /** The user to deactivate. */
    user_id: string;
}

/** Arguments of `exportUser`. */
export interface ExportUserArguments {
    /** The user to export. */
    user_id: string;
}

/** Arguments of `reactivateUser`. */
export interface ReactivateUserArguments extends ReactivateUserRequest {
    /** The user to reactivate. */
    user_id: string;
}
