// Generated from the OpenAPI document; change the document or the templates instead.

/** Bytes to send: a `Blob` or `File`, raw bytes, a `Response`, a stream, or data with a file name and media type. */
export type Upload =
  | Blob
  | Uint8Array
  | ArrayBuffer
  | globalThis.Response
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | {
      /** The bytes; text is sent as UTF-8. A short stream is read before the request is sent. */
      readonly data: Blob | Uint8Array | ArrayBuffer | globalThis.Response | string | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;
      /** The file name. */
      readonly name?: string | undefined;
      /** The media type, such as `image/png`. */
      readonly type?: string | undefined;
    }
  | {
      /** Path of a file on disk: requires the server client, or the client option `openFile`. */
      readonly path: string;
      readonly name?: string | undefined;
      readonly type?: string | undefined;
    };

/** Settings of AI moderation for images. */
export interface AIImageConfig {
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** Rules for text found inside images. */
    ocr_rules?: OCRRule[];
    /** What to do for each image label. */
    rules?: AWSRekognitionRule[];
}

/** Settings of AI moderation for text. */
export interface AITextConfig {
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** Text analysis profile to apply. */
    profile?: string;
    /** What to do for each text label. */
    rules?: BodyguardRule[];
    /** What to do for each severity level. */
    severity_rules?: BodyguardSeverityRule[];
}

/** Settings of AI moderation for videos. */
export interface AIVideoConfig {
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** What to do for each video label. */
    rules?: AWSRekognitionRule[];
}

/** Body of every failed call. */
export interface APIError {
    /** HTTP status code of the response. */
    StatusCode: number;
    /** The API's own error code. */
    code: number;
    /** Further numeric codes that narrow the error down. */
    details: number[];
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Input field names with what is wrong with each. */
    exception_fields?: {
        [key: string]: string;
    };
    /** What went wrong, in words. */
    message: string;
    /** Link to documentation about the error. */
    more_info: string;
    /** Whether repeating the same call cannot succeed. */
    unrecoverable?: boolean;
}

/** Apple push settings sent with an app update. */
export interface APNConfig {
    /** Whether to turn push through APNs off. */
    Disabled?: boolean | undefined;
    /** Private key (.p8) for token authentication. */
    auth_key?: string | undefined;
    /** How to authenticate with APNs: `certificate` or `token`. */
    auth_type?: "certificate" | "token" | undefined;
    /** Bundle ID of the iOS app. */
    bundle_id?: string | undefined;
    /** Whether to use the APNs development environment. */
    development?: boolean | undefined;
    /** Host of the APNs service. */
    host?: string | undefined;
    /** ID of the key for token authentication. */
    key_id?: string | undefined;
    /** Template of the push payload. */
    notification_template?: string | undefined;
    /** Push certificate (.p12) for certificate authentication. */
    p12_cert?: string | undefined;
    /** Apple developer team ID. */
    team_id?: string | undefined;
}

/** The app's Apple push settings. */
export interface APNConfigFields {
    /** Private key (.p8) for token authentication. */
    auth_key?: string;
    /** How to authenticate with APNs: `certificate` or `token`. */
    auth_type?: string;
    /** Bundle ID of the iOS app. */
    bundle_id?: string;
    /** Whether to use the APNs development environment. */
    development: boolean;
    /** Whether push through APNs is on. */
    enabled: boolean;
    /** Host of the APNs service. */
    host?: string;
    /** ID of the key for token authentication. */
    key_id?: string;
    /** Template of the push payload. */
    notification_template?: string;
    /** Push certificate (.p12) for certificate authentication. */
    p12_cert?: string;
    /** Apple developer team ID. */
    team_id?: string;
}

/** Content of an Apple push notification for a call event. */
export interface APNS {
    /** Body text of the notification. */
    body: string;
    /** Value of the `content-available` flag; 1 wakes the app in the background. */
    "content-available"?: number;
    /** Custom data sent along. */
    data?: {
        [key: string]: unknown;
    };
    /** Value of the `mutable-content` flag; 1 lets the app change the notification. */
    "mutable-content"?: number;
    /** Sound to play. */
    sound?: string;
    /** Title of the notification. */
    title: string;
}

/** Moderation rule for one image or video label. */
export interface AWSRekognitionRule {
    /** What happens to matching content. */
    action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
    /** Label the rule applies to. */
    label: string;
    /**
     * Confidence from which the rule applies, in percent (0 to 100).
     *
     * Minimum: 0. Maximum: 100.
     */
    min_confidence: number;
    /** Which finer labels under this one count. */
    subclassifications?: {
        [key: string]: unknown;
    };
}

/** A button or input of a message attachment. */
export interface Action {
    /** Key under which the choice is submitted. */
    name: string;
    /** Visual style of the control. */
    style?: string;
    /** Label shown to the user. */
    text: string;
    /** Kind of control, such as `button`. */
    type: string;
    /** Value submitted when it is chosen. */
    value?: string;
}

/** One step of a graded response to harm in a video call. */
export interface ActionSequence {
    /** What the step does. */
    action?: string;
    /** Whether to blur the video. */
    blur?: boolean;
    /** How long to wait before the step can repeat. */
    cooldown_period?: number;
    /** Number of violations that triggers the step. */
    threshold?: number;
    /** Period in which violations are counted. */
    time_window?: number;
    /** Whether to show a warning. */
    warning?: boolean;
    /** Text of the warning. */
    warning_text?: string;
}

/** Body of `AddUserGroupMembers`: users to put into a user group. */
export interface AddUserGroupMembersRequest {
    /** Makes the new members group admins; false by default. */
    as_admin?: boolean | undefined;
    /**
     * IDs of the users to add (1 to 100).
     *
     * Minimum items: 1. Maximum items: 100.
     */
    member_ids: readonly string[];
    /**
     * Team the group belongs to.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Response of `AddUserGroupMembers`. */
export interface AddUserGroupMembersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The group with its new members. */
    user_group?: UserGroupResponse;
}

/** All settings of the app, as `GetApp` returns them. */
export interface AppResponseFields {
    activity_metrics_config?: {
        [key: string]: number;
    };
    /** Whether one device may be registered for several users. */
    allow_multi_user_devices: boolean;
    /** Reasons a user may give when flagging. */
    allowed_flag_reasons?: string[];
    /** Whether link previews are added after the message is sent. */
    async_url_enrich_enabled: boolean;
    /** Whether messages are translated automatically. */
    auto_translation_enabled: boolean;
    /** URL called before each message is sent. */
    before_message_send_hook_url?: string;
    /** Call types, by name. */
    call_types: {
        [key: string]: CallType;
    };
    /** Whether campaigns are on. */
    campaign_enabled: boolean;
    /** How long links to uploads stay valid, in seconds. */
    cdn_expiration_seconds: number;
    /** Channel type settings, by channel type. */
    channel_configs: {
        [key: string]: ChannelConfig;
    };
    /** URL called for message actions and custom commands. */
    custom_action_handler_url: string;
    /** Datadog integration. */
    datadog_info?: DataDogInfo;
    /** Whether tokens are accepted unchecked; for development only. */
    disable_auth_checks: boolean;
    /** Whether permissions are not checked; for development only. */
    disable_permissions_checks: boolean;
    /** Where user names must be unique: nowhere (`no`), in the `app` or in each `team`. */
    enforce_unique_usernames: string;
    /** Targets to which events are delivered. */
    event_hooks: EventHook[];
    /** What files may be uploaded. */
    file_upload_config: FileUploadConfig;
    /** Geofences available to calls. */
    geofences?: GeofenceResponse[];
    /** Permissions granted to each role, by role name. */
    grants: {
        [key: string]: string[];
    };
    /** Whether guests cannot be created. */
    guest_user_creation_disabled: boolean;
    /** Numeric ID of the app. */
    id: number;
    /** Whether uploaded images are moderated. */
    image_moderation_enabled: boolean;
    /** Labels for which images are flagged. */
    image_moderation_labels?: string[];
    /** What images may be uploaded. */
    image_upload_config: FileUploadConfig;
    max_aggregated_activities_length: number;
    /** Whether audio calls are moderated. */
    moderation_audio_call_moderation_enabled: boolean;
    /** Settings of the moderation dashboard. */
    moderation_dashboard_preferences?: ModerationDashboardPreferences;
    /** Whether moderation is on. */
    moderation_enabled: boolean;
    /** Whether LLM moderation can be configured. */
    moderation_llm_configurability_enabled: boolean;
    /** Whether teams can have their own block lists. */
    moderation_multitenant_blocklist_enabled: boolean;
    /** ARN of the AWS role that lets moderation read images from S3. */
    moderation_s3_image_access_role_arn?: string;
    /** Whether video calls are moderated. */
    moderation_video_call_moderation_enabled: boolean;
    /** URL to which moderation events are sent. */
    moderation_webhook_url: string;
    /** Whether users and channels are separated by team. */
    multi_tenant_enabled: boolean;
    /** Name of the app in the dashboard. */
    name: string;
    /** Organization that owns the app. */
    organization: string;
    /** Permission system in use: `v1` or `v2`. */
    permission_version: string;
    placement: string;
    /** Permission policies of the v1 system, by channel type. */
    policies: {
        [key: string]: Policy[];
    };
    /** Push settings of the app. */
    push_notifications: PushNotificationFields;
    /** Time between reminders, in seconds. */
    reminders_interval: number;
    /** When valid tokens begin; user tokens issued earlier are rejected. */
    revoke_tokens_issued_before?: Date;
    /** AWS access key for SNS. */
    sns_key: string;
    /** AWS secret key for SNS. */
    sns_secret: string;
    /** ARN of the SNS topic that receives events. */
    sns_topic_arn: string;
    /** AWS access key for SQS. */
    sqs_key: string;
    /** AWS secret key for SQS. */
    sqs_secret: string;
    /** URL of the SQS queue that receives events. */
    sqs_url: string;
    /** Whether the app is suspended. */
    suspended: boolean;
    /** Why the app is suspended. */
    suspended_explanation: string;
    /** Whether events go out through `event_hooks` rather than the older single settings. */
    use_hook_v2: boolean;
    /** Whether each user's average response time is measured. */
    user_response_time_enabled: boolean;
    /** Roles that may not search users. */
    user_search_disallowed_roles: string[];
    /** Event types sent to the webhook. */
    webhook_events: string[];
    /** URL of the webhook that receives events. */
    webhook_url: string;
}

/** Where asynchronous moderation requests a decision from your server. */
export interface AsyncModerationCallbackConfig {
    /** How your server is called: not at all, by REST or by Twirp. */
    mode?: ("CALLBACK_MODE_NONE" | "CALLBACK_MODE_REST" | "CALLBACK_MODE_TWIRP") | (string & {});
    /** URL of your server. */
    server_url?: string;
}

/** Asynchronous moderation of pending messages by your own server. */
export interface AsyncModerationConfiguration {
    /** How your server is called. */
    callback?: AsyncModerationCallbackConfigInput | undefined;
    /** How long to wait for a response, in milliseconds. */
    timeout_ms?: number | undefined;
}

/** A file, link preview or card attached to a message. */
export interface Attachment {
    /** Buttons and inputs the user can choose from. */
    actions?: Action[];
    /** Address of the attached file, video or audio. */
    asset_url?: string;
    /** Address of the author's icon. */
    author_icon?: string;
    /** Link for the author's name. */
    author_link?: string;
    /** Who made the content, or the site it is from. */
    author_name?: string;
    /** Accent color of the card. */
    color?: string;
    /** Custom data of the attachment. */
    custom: {
        [key: string]: unknown;
    };
    /** Plain text for clients that cannot show the attachment. */
    fallback?: string;
    /** Title and value pairs shown in the card. */
    fields?: Field[];
    /** Footer text. */
    footer?: string;
    /** Address of the footer icon. */
    footer_icon?: string;
    /** Giphy image in several sizes. */
    giphy?: Images;
    /** Address of the image. */
    image_url?: string;
    /** Link from which the preview was made. */
    og_scrape_url?: string;
    /** Height of the original image, in pixels. */
    original_height?: number;
    /** Width of the original image, in pixels. */
    original_width?: number;
    /** Text shown above the card. */
    pretext?: string;
    /** Main text of the attachment. */
    text?: string;
    /** Address of the thumbnail. */
    thumb_url?: string;
    /** Title of the attachment. */
    title?: string;
    /** Link for the title. */
    title_link?: string;
    /** Kind of attachment, such as `image`, `video`, `audio` or `file`. */
    type?: string;
}

/** Audio settings of a call type. */
export interface AudioSettings {
    /** Whether users may ask for permission to use it. */
    access_request_enabled: boolean;
    /** Output device at the start: `speaker` or `earpiece`. */
    default_device: ("speaker" | "earpiece") | (string & {});
    /** Whether high-fidelity audio can be used. */
    hifi_audio_enabled: boolean;
    /** Whether the microphone starts on. */
    mic_default_on: boolean;
    /** Noise cancellation settings. */
    noise_cancellation?: NoiseCancellationSettings;
    /** Whether Opus stops sending during silence (DTX). */
    opus_dtx_enabled: boolean;
    /** Whether audio is sent redundantly against packet loss. */
    redundant_coding_enabled: boolean;
    /** Whether the speaker starts on. */
    speaker_default_on: boolean;
}

/** Moderation of attempts to move users off the platform. */
export interface AutomodPlatformCircumventionConfig {
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** What to do for each label. */
    rules?: AutomodRule[];
}

/** Moderation rule for one automod label. */
export interface AutomodRule {
    /** What happens to matching content. */
    action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
    /** Label the rule applies to. */
    label: string;
    /**
     * Score from which the rule applies (0 to 1).
     *
     * Minimum: 0. Maximum: 1.
     */
    threshold: number;
}

/** Moderation by semantic filters. */
export interface AutomodSemanticFiltersConfig {
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** What to do for each semantic filter. */
    rules?: AutomodSemanticFiltersRule[];
}

/** Moderation rule for one semantic filter. */
export interface AutomodSemanticFiltersRule {
    /** What happens to matching content. */
    action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
    /** Semantic filter the rule applies to. */
    name: string;
    /**
     * Score from which the rule applies (0 to 1).
     *
     * Minimum: 0. Maximum: 1.
     */
    threshold: number;
}

/** Moderation of toxic text. */
export interface AutomodToxicityConfig {
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** What to do for each label. */
    rules?: AutomodRule[];
}

/** Azure Blob Storage login for an external storage. */
export interface AzureRequest {
    /** Name of the Azure storage account. */
    abs_account_name: string;
    /** Azure application (client) ID. */
    abs_client_id: string;
    /** Secret of the Azure application. */
    abs_client_secret: string;
    /** Azure directory (tenant) ID. */
    abs_tenant_id: string;
}

/** Backstage settings of a call type. */
export interface BackstageSettings {
    /** Whether calls start backstage, before they go live. */
    enabled: boolean;
    /** How long before the start users may join, in seconds. */
    join_ahead_time_seconds?: number;
}

/** Moderation by block lists. */
export interface BlockListConfig {
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** Whether words also match inside longer words. */
    match_substring?: boolean;
    /** What to do for each block list. */
    rules?: BlockListRule[];
}

/** A block list applied to a channel type. */
export interface BlockListOptions {
    /** What happens to a matching message. */
    behavior: ("flag" | "block" | "shadow_block") | (string & {});
    /** Name of the block list. */
    blocklist: string;
}

/** A list of words or patterns that messages are checked against. */
export interface BlockListResponse {
    /** When it was created. */
    created_at?: Date;
    /** ID of the block list. */
    id?: string;
    /** Whether leetspeak spellings of the words match too. */
    is_leet_check_enabled: boolean;
    /** Whether plurals of the words match too. */
    is_plural_check_enabled: boolean;
    /** Name that identifies the block list. */
    name: string;
    /** Team the block list belongs to. */
    team?: string;
    /** What the entries are: `word`, `regex`, `domain`, `domain_allowlist`, `email` or `email_allowlist`. */
    type: string;
    /** When it was last changed. */
    updated_at?: Date;
    /** Entries to match, such as words or patterns. */
    words: string[];
}

/** Moderation rule for one block list. */
export interface BlockListRule {
    /** What happens to matching content. */
    action: "flag" | "mask_flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
    /** Block list the rule applies to. */
    name?: string;
    /** Team the block list belongs to. */
    team?: string;
}

/** Body of `BlockUsers`: one user blocks another. */
export interface BlockUsersRequest {
    /** ID of the user to be blocked. */
    blocked_user_id: string;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Response of `BlockUsers`: the block that was made. */
export interface BlockUsersResponse {
    /** ID of the blocking user. */
    blocked_by_user_id: string;
    /** ID of the blocked user. */
    blocked_user_id: string;
    /** When the block was made. */
    created_at: Date;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** A block between two users. */
export interface BlockedUserResponse {
    /** The blocked user. */
    blocked_user: UserResponse;
    /** ID of the blocked user. */
    blocked_user_id: string;
    /** When the block was made. */
    created_at: Date;
    /** The user who made the block. */
    user: UserResponse;
    /** ID of the blocking user. */
    user_id: string;
}

/** Settings of the lighter AI image check. */
export interface BodyguardImageAnalysisConfig {
    /** What to do for each image label. */
    rules?: BodyguardRule[];
}

/** Moderation rule for one text or image label. */
export interface BodyguardRule {
    /** What happens to matching content. */
    action?: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
    /** Label the rule applies to. */
    label: string;
    /** What to do for each severity level. */
    severity_rules?: BodyguardSeverityRule[];
}

/** Moderation rule for one severity level. */
export interface BodyguardSeverityRule {
    /** What happens to content of this severity. */
    action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
    /** Severity the rule applies to. */
    severity: "low" | "medium" | "high" | "critical";
}

/** Broadcasting settings of a call type. */
export interface BroadcastSettings {
    /** Whether calls can be broadcast. */
    enabled: boolean;
    /** HLS broadcast settings. */
    hls?: HLSSettings;
    /** RTMP broadcast settings. */
    rtmp?: RTMPSettings;
}

/** Settings of a call type. */
export interface CallSettings {
    /** Audio settings. */
    audio?: AudioSettings;
    /** Backstage settings. */
    backstage?: BackstageSettings;
    /** Broadcasting settings. */
    broadcasting?: BroadcastSettings;
    /** Frame recording settings. */
    frame_recording?: FrameRecordSettings;
    /** Geofencing settings. */
    geofencing?: GeofenceSettings;
    /** Settings for recording each participant alone. */
    individual_recording?: IndividualRecordSettings;
    /** Settings for streams sent into the call. */
    ingress?: IngressSettings;
    /** Limits on participants and length. */
    limits?: LimitsSettings;
    /** Raw recording settings. */
    raw_recording?: RawRecordSettings;
    /** Recording settings. */
    recording?: RecordSettings;
    /** Ringing timeouts. */
    ring?: RingSettings;
    /** Screen sharing settings. */
    screensharing?: ScreensharingSettings;
    /** Session settings. */
    session?: SessionSettings;
    /** Thumbnail settings. */
    thumbnails?: ThumbnailsSettings;
    /** Transcription and caption settings. */
    transcription?: TranscriptionSettings;
    /** Video settings. */
    video?: VideoSettings;
}

/** A kind of call with its settings. */
export interface CallType {
    /** Numeric ID of the app. */
    app: number;
    /** When it was created. */
    created_at: Date;
    /** Numeric ID of the call type. */
    id: number;
    /** Name that identifies the call type. */
    name: string;
    /** Push notifications for call events. */
    notification_settings?: NotificationSettings;
    /** Name of the external storage for recordings. */
    recording_external_storage: string;
    /** Settings for calls of this type. */
    settings?: CallSettings;
    /** When it was last changed. */
    updated_at: Date;
}

/** Settings of a channel type. */
export interface ChannelConfig {
    /** Reasons a user may give when flagging. */
    allowed_flag_reasons?: string[];
    /** Automatic moderation: `disabled`, `simple` or `AI`. */
    automod: ("disabled" | "simple" | "AI") | (string & {});
    /** What automatic moderation does with a matching message. */
    automod_behavior: ("flag" | "block" | "shadow_block") | (string & {});
    /** Scores from which AI moderation acts. */
    automod_thresholds?: Thresholds;
    /** Name of the block list in use. */
    blocklist?: string;
    /** What happens to a message that matches the block list. */
    blocklist_behavior?: ("flag" | "block" | "shadow_block") | (string & {});
    /** Block lists in use, each with its behavior. */
    blocklists?: BlockListOptions[];
    /** Default push preferences by kind of message. */
    chat_preferences?: ChatPreferences;
    /** Slash commands members may use. */
    commands: string[];
    /** Whether members connecting and disconnecting cause events. */
    connect_events: boolean;
    /** Whether the channel keeps a count of its messages. */
    count_messages: boolean;
    /** When it was created. */
    created_at: Date;
    /** Whether custom events may be sent. */
    custom_events: boolean;
    /** Whether message delivery is reported by events. */
    delivery_events: boolean;
    /** Whether new messages stay pending until they are committed. */
    mark_messages_pending: boolean;
    /**
     * Most characters a message may have (at most 20000).
     *
     * Maximum: 20000.
     */
    max_message_length: number;
    /** Whether members can mute. */
    mutes: boolean;
    /** Name of the channel type. */
    name: string;
    partition_size?: number;
    /** Format: duration. */
    partition_ttl?: string;
    /** Whether polls can be sent. */
    polls: boolean;
    /** Which messages cause a push by default. */
    push_level?: ("all" | "all_mentions" | "mentions" | "direct_mentions" | "none") | (string & {});
    /** Whether messages cause push notifications. */
    push_notifications: boolean;
    /** Whether messages can be quoted. */
    quotes: boolean;
    /** Whether reactions can be added. */
    reactions: boolean;
    /** Whether members' read state is tracked and reported. */
    read_events: boolean;
    /** Whether members are reminded of unread messages. */
    reminders: boolean;
    /** Whether threads are possible. */
    replies: boolean;
    /** Whether messages can be searched. */
    search: boolean;
    /** Whether locations can be shared. */
    shared_locations: boolean;
    /** Whether system messages leave the time of the last message unchanged. */
    skip_last_msg_update_for_system_msgs: boolean;
    /** Whether typing is reported by events. */
    typing_events: boolean;
    /** When it was last changed. */
    updated_at: Date;
    /** Whether files and images can be uploaded. */
    uploads: boolean;
    /** Whether links get a preview. */
    url_enrichment: boolean;
    /** Whether users can set reminders on messages. */
    user_message_reminders: boolean;
}

/** Settings of a channel, with its commands and permissions. */
export interface ChannelConfigWithInfo {
    /** Reasons a user may give when flagging. */
    allowed_flag_reasons?: string[];
    /** Automatic moderation: `disabled`, `simple` or `AI`. */
    automod: ("disabled" | "simple" | "AI") | (string & {});
    /** What automatic moderation does with a matching message. */
    automod_behavior: ("flag" | "block" | "shadow_block") | (string & {});
    /** Scores from which AI moderation acts. */
    automod_thresholds?: Thresholds;
    /** Name of the block list in use. */
    blocklist?: string;
    /** What happens to a message that matches the block list. */
    blocklist_behavior?: ("flag" | "block" | "shadow_block") | (string & {});
    /** Block lists in use, each with its behavior. */
    blocklists?: BlockListOptions[];
    /** Default push preferences by kind of message. */
    chat_preferences?: ChatPreferences;
    /** Slash commands members may use, in full. */
    commands: Command[];
    /** Whether members connecting and disconnecting cause events. */
    connect_events: boolean;
    /** Whether the channel keeps a count of its messages. */
    count_messages: boolean;
    /** When it was created. */
    created_at: Date;
    /** Whether custom events may be sent. */
    custom_events: boolean;
    /** Whether message delivery is reported by events. */
    delivery_events: boolean;
    /** Permissions granted to each role, by role name. */
    grants?: {
        [key: string]: string[];
    };
    /** Whether new messages stay pending until they are committed. */
    mark_messages_pending: boolean;
    /**
     * Most characters a message may have (at most 20000).
     *
     * Maximum: 20000.
     */
    max_message_length: number;
    /** Whether members can mute. */
    mutes: boolean;
    /** Name of the channel type. */
    name: string;
    partition_size?: number;
    /** Format: duration. */
    partition_ttl?: string;
    /** Whether polls can be sent. */
    polls: boolean;
    /** Which messages cause a push by default. */
    push_level?: ("all" | "all_mentions" | "mentions" | "direct_mentions" | "none") | (string & {});
    /** Whether messages cause push notifications. */
    push_notifications: boolean;
    /** Whether messages can be quoted. */
    quotes: boolean;
    /** Whether reactions can be added. */
    reactions: boolean;
    /** Whether members' read state is tracked and reported. */
    read_events: boolean;
    /** Whether members are reminded of unread messages. */
    reminders: boolean;
    /** Whether threads are possible. */
    replies: boolean;
    /** Whether messages can be searched. */
    search: boolean;
    /** Whether locations can be shared. */
    shared_locations: boolean;
    /** Whether system messages leave the time of the last message unchanged. */
    skip_last_msg_update_for_system_msgs: boolean;
    /** Whether typing is reported by events. */
    typing_events: boolean;
    /** When it was last changed. */
    updated_at: Date;
    /** Whether files and images can be uploaded. */
    uploads: boolean;
    /** Whether links get a preview. */
    url_enrichment: boolean;
    /** Whether users can set reminders on messages. */
    user_message_reminders: boolean;
}

/** A user's membership in a channel. */
export interface ChannelMemberResponse {
    /** When the member archived the channel; absent if not archived. */
    archived_at?: Date;
    /** When the ban ends; absent means no end. */
    ban_expires?: Date;
    /** Whether the member is banned from the channel. */
    banned: boolean;
    /** Role of the member in the channel. */
    channel_role: string;
    /** When the user became a member. */
    created_at: Date;
    /** Custom data of the membership. */
    custom: {
        [key: string]: unknown;
    };
    /** When the membership was removed. */
    deleted_at?: Date;
    /** IDs of messages deleted for this member only. */
    deleted_messages?: string[];
    /** When the invite was accepted. */
    invite_accepted_at?: Date;
    /** When the invite was rejected. */
    invite_rejected_at?: Date;
    /** Whether the user was invited. */
    invited?: boolean;
    /** Whether the member is a moderator. */
    is_moderator?: boolean;
    /** Whether the member muted the channel's notifications. */
    notifications_muted: boolean;
    /** When the member pinned the channel; absent if not pinned. */
    pinned_at?: Date;
    /** Older form of the member's role; prefer `channel_role`. */
    role?: string;
    /** Whether the member is shadow banned from the channel. */
    shadow_banned: boolean;
    /** State of the membership. */
    status?: string;
    /** When it was last changed. */
    updated_at: Date;
    /** The member. */
    user?: UserResponse;
    /** ID of the member. */
    user_id?: string;
}

/** A channel muted by a user. */
export interface ChannelMute {
    /** The muted channel. */
    channel?: ChannelResponse;
    /** When the mute was made. */
    created_at: Date;
    /** When the mute ends; absent means no end. */
    expires?: Date;
    /** When it was last changed. */
    updated_at: Date;
    /** The user who muted the channel. */
    user?: UserResponse;
}

/** Something the current user may do in a channel. */
export type ChannelOwnCapability = ("ban-channel-members" | "cast-poll-vote" | "connect-events" | "create-attachment" | "delete-any-message" | "delete-channel" | "delete-own-message" | "delivery-events" | "flag-message" | "freeze-channel" | "join-channel" | "leave-channel" | "mute-channel" | "pin-message" | "query-poll-votes" | "quote-message" | "read-events" | "search-messages" | "send-custom-events" | "send-links" | "send-message" | "send-poll" | "send-reaction" | "send-reply" | "send-restricted-visibility-message" | "send-typing-events" | "set-channel-cooldown" | "share-location" | "skip-slow-mode" | "slow-mode" | "typing-events" | "update-any-message" | "update-channel" | "update-channel-members" | "update-own-message" | "update-thread" | "upload-file") | (string & {});

/** A user's push preferences for one channel. */
export interface ChannelPushPreferencesResponse {
    /** Which messages cause a push. */
    chat_level?: string;
    /** Preferences by kind of message. */
    chat_preferences?: ChatPreferencesResponse;
    /** When push notifications resume. */
    disabled_until?: Date;
}

/** A chat channel. */
export interface ChannelResponse {
    /** Whether messages are translated automatically. */
    auto_translation_enabled?: boolean;
    /** Language into which messages are translated automatically. */
    auto_translation_language?: string;
    /** Whether the current user blocked the channel. */
    blocked?: boolean;
    /** Full channel ID, `type:id`. */
    cid: string;
    /** Settings that apply to the channel. */
    config?: ChannelConfigWithInfo;
    /** Slow mode: wait between a member's messages, in seconds. */
    cooldown?: number;
    /** When it was created. */
    created_at: Date;
    /** User who created the channel. */
    created_by?: UserResponse;
    /** Custom data of the channel. */
    custom: {
        [key: string]: unknown;
    };
    /** When it was deleted; absent if not deleted. */
    deleted_at?: Date;
    /** Whether the channel is disabled. */
    disabled: boolean;
    /** Tags by which the channel can be filtered. */
    filter_tags?: string[];
    /** Whether the channel is frozen, so that no new messages can be sent. */
    frozen: boolean;
    /** Whether the current user hid the channel. */
    hidden?: boolean;
    /** When the visible history begins; earlier messages are hidden. */
    hide_messages_before?: Date;
    /** ID of the channel within its type. */
    id: string;
    /** When the latest message was sent. */
    last_message_at?: Date;
    /** How many members the channel has. */
    member_count?: number;
    /** Members of the channel, at most 100. */
    members?: ChannelMemberResponse[];
    /** How many messages the channel has. */
    message_count?: number;
    /** When the current user's mute ends. */
    mute_expires_at?: Date;
    /** Whether the current user muted the channel. */
    muted?: boolean;
    /** What the current user may do in the channel. */
    own_capabilities?: ChannelOwnCapability[];
    /** Owning team, in multi-tenant apps. */
    team?: string;
    /** When the channel was last truncated. */
    truncated_at?: Date;
    /** User who last truncated the channel. */
    truncated_by?: UserResponse;
    /** Channel type, such as `messaging`. */
    type: string;
    /** When it was last changed. */
    updated_at: Date;
}

/** Default push preferences of a channel type by kind of message. */
export interface ChatPreferences {
    /** Push for messages that mention the whole channel: `all` or `none`. */
    channel_mentions?: string;
    /** Push for all other messages: `all` or `none`. */
    default_preference?: string;
    /** Push for messages that mention the user: `all` or `none`. */
    direct_mentions?: string;
    /** Push for messages in channels defined by their members: `all` or `none`. */
    distinct_channel_messages?: string;
    /** Push for messages that mention a user group of the user: `all` or `none`. */
    group_mentions?: string;
    /** Push for messages that mention online members with \@here: `all` or `none`. */
    here_mentions?: string;
    /** Push for messages that mention a role of the user: `all` or `none`. */
    role_mentions?: string;
    /** Push for replies in threads: `all` or `none`. */
    thread_replies?: string;
}

/** Push preferences to set by kind of message. */
export interface ChatPreferencesInput {
    /** Push for messages that mention the whole channel: `all` or `none`. */
    channel_mentions?: "all" | "none" | undefined;
    /** Push for all other messages: `all` or `none`. */
    default_preference?: "all" | "none" | undefined;
    /** Push for messages that mention the user: `all` or `none`. */
    direct_mentions?: "all" | "none" | undefined;
    /** Push for messages that mention a user group of the user: `all` or `none`. */
    group_mentions?: "all" | "none" | undefined;
    /** Push for messages that mention online members with \@here: `all` or `none`. */
    here_mentions?: "all" | "none" | undefined;
    /** Push for messages that mention a role of the user: `all` or `none`. */
    role_mentions?: "all" | "none" | undefined;
    /** Push for replies in threads: `all` or `none`. */
    thread_replies?: "all" | "none" | undefined;
}

/** A user's push preferences by kind of message. */
export interface ChatPreferencesResponse {
    /** Push for messages that mention the whole channel: `all` or `none`. */
    channel_mentions?: string;
    /** Push for all other messages: `all` or `none`. */
    default_preference?: string;
    /** Push for messages that mention the user: `all` or `none`. */
    direct_mentions?: string;
    /** Push for messages that mention a user group of the user: `all` or `none`. */
    group_mentions?: string;
    /** Push for messages that mention online members with \@here: `all` or `none`. */
    here_mentions?: string;
    /** Push for messages that mention a role of the user: `all` or `none`. */
    role_mentions?: string;
    /** Push for replies in threads: `all` or `none`. */
    thread_replies?: string;
}

/** Response of `CheckExternalStorage`. */
export interface CheckExternalStorageResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Address of the test file that was written. */
    file_url: string;
}

/** Body of `CheckPush`: a test push to a user's devices. */
export interface CheckPushRequest {
    /** APNs template to test, instead of the stored one. */
    apn_template?: string | undefined;
    /** Event for which to render the templates; `message.new` by default. */
    event_type?: "message.new" | "message.updated" | "reaction.new" | "reaction.updated" | "notification.reminder_due" | undefined;
    /** Firebase data template to test, instead of the stored one. */
    firebase_data_template?: string | undefined;
    /** Firebase notification template to test, instead of the stored one. */
    firebase_template?: string | undefined;
    /** ID of the message to push. */
    message_id?: string | undefined;
    /** Which push provider configuration to use. */
    push_provider_name?: string | undefined;
    /** Push service to use: `firebase`, `apn`, `huawei` or `xiaomi`. */
    push_provider_type?: string | undefined;
    /** Renders the templates even if the user has no devices. */
    skip_devices?: boolean | undefined;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Response of `CheckPush`: what was rendered and which errors occurred. */
export interface CheckPushResponse {
    /** Errors by device. */
    device_errors?: {
        [key: string]: DeviceErrorInfo;
    };
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Event for which the templates were rendered. */
    event_type?: string;
    /** Errors not tied to one device. */
    general_errors?: string[];
    /** APNs payload after rendering. */
    rendered_apn_template?: string;
    /** Firebase payload after rendering. */
    rendered_firebase_template?: string;
    /** Rendered message, field by field. */
    rendered_message?: {
        [key: string]: string;
    };
    /** Whether the templates were rendered without needing devices. */
    skip_devices?: boolean;
}

/** Body of `CheckSNS`: an SNS topic to test. */
export interface CheckSNSRequest {
    /** AWS access key for SNS. */
    sns_key?: string | undefined;
    /** AWS secret key for SNS. */
    sns_secret?: string | undefined;
    /** ARN of the SNS topic to test. */
    sns_topic_arn?: string | undefined;
}

/** Response of `CheckSNS`: whether the topic can be used. */
export interface CheckSNSResponse {
    /** Details of the error. */
    data?: {
        [key: string]: unknown;
    };
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** What went wrong, if the check failed. */
    error?: string;
    /** Outcome of the check: `ok` or `error`. */
    status: string;
}

/** Body of `CheckSQS`: an SQS queue to test. */
export interface CheckSQSRequest {
    /** AWS access key for SQS. */
    sqs_key?: string | undefined;
    /** AWS secret key for SQS. */
    sqs_secret?: string | undefined;
    /** URL of the SQS queue to test. */
    sqs_url?: string | undefined;
}

/** Response of `CheckSQS`: whether the queue can be used. */
export interface CheckSQSResponse {
    /** Details of the error. */
    data?: {
        [key: string]: unknown;
    };
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** What went wrong, if the check failed. */
    error?: string;
    /** Outcome of the check: `ok` or `error`. */
    status: string;
}

/** A slash command. */
export interface Command {
    /** Hint for the arguments, shown to the user. */
    args: string;
    /** When it was created. */
    created_at?: Date;
    /** What the command does, shown to the user. */
    description: string;
    /** Word typed after the slash. */
    name: string;
    /** Command set the command belongs to. */
    set: string;
    /** When it was last changed. */
    updated_at?: Date;
}

/** Body of `CreateBlockList`. */
export interface CreateBlockListRequest {
    /** Whether leetspeak spellings of the words match too. */
    is_leet_check_enabled?: boolean | undefined;
    /** Whether plurals of the words match too. */
    is_plural_check_enabled?: boolean | undefined;
    /**
     * Name for the block list, at most 255 characters.
     *
     * Maximum length: 255.
     */
    name: string;
    /** Team the block list belongs to. */
    team?: string | undefined;
    /** What the entries are: `word`, `regex`, `domain`, `domain_allowlist`, `email` or `email_allowlist`. */
    type?: "regex" | "domain" | "domain_allowlist" | "email" | "email_allowlist" | "word" | undefined;
    /** Entries to match, such as words or patterns. */
    words: readonly string[];
}

/** Response of `CreateBlockList`. */
export interface CreateBlockListResponse {
    /** The block list that was created. */
    blocklist?: BlockListResponse;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Body of `CreateDevice`: a device to receive push notifications. */
export interface CreateDeviceRequest {
    /**
     * Push token of the device, 1 to 255 characters.
     *
     * Minimum length: 1. Maximum length: 255.
     */
    id: string;
    /** Push service of the device: `firebase`, `apn`, `huawei` or `xiaomi`. */
    push_provider: "firebase" | "apn" | "huawei" | "xiaomi";
    /** Push provider configuration to use, by name. */
    push_provider_name?: string | undefined;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
    /** Whether this is an Apple VoIP push token. */
    voip_token?: boolean | undefined;
}

/** Body of `CreateExternalStorage`. */
export interface CreateExternalStorageRequest {
    /** Amazon S3 login; needed only for S3. */
    aws_s3?: S3Request | undefined;
    /** Azure Blob Storage login; needed only for Azure. */
    azure_blob?: AzureRequest | undefined;
    /** Bucket or container at the storage service. */
    bucket: string;
    /** Google Cloud Storage service account credentials. */
    gcs_credentials?: string | undefined;
    /** Unique name for the storage. */
    name: string;
    /** Prefix put before the path of every stored file. */
    path?: string | undefined;
    /** Storage service: Amazon S3 (`s3`), Google Cloud (`gcs`) or Azure (`abs`). */
    storage_type: "s3" | "gcs" | "abs";
}

/** Response of `CreateExternalStorage`. */
export interface CreateExternalStorageResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Body of `CreateGuest`. */
export interface CreateGuestRequest {
    /** Guest user to create. */
    user: UserRequest;
}

/** Response of `CreateGuest`: the guest and a token for it. */
export interface CreateGuestResponse {
    /** Token with which the guest signs in. */
    access_token: string;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Guest user that was created. */
    user: UserResponse;
}

/** Body of `CreateImport`. */
export interface CreateImportRequest {
    /** Whether custom data is merged with what exists instead of replacing it. */
    merge_custom?: boolean | undefined;
    /** What to do with existing objects: `insert` leaves them, `upsert` updates them. */
    mode: "insert" | "upsert";
    /** Path of the uploaded file, from `CreateImportURL`. */
    path: string;
}

/** Response of `CreateImport`. */
export interface CreateImportResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The import that was started. */
    import_task?: ImportTask;
}

/** Body of `CreateImportURL`. */
export interface CreateImportURLRequest {
    /** Name of the file to upload. */
    filename?: string | undefined;
}

/** Response of `CreateImportURL`: where to upload the import file. */
export interface CreateImportURLResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Path to pass to `CreateImport` after the upload. */
    path: string;
    /** URL to which the file is uploaded. */
    upload_url: string;
}

/** Body of `CreateImportV2Task`. */
export interface CreateImportV2TaskRequest {
    /** Product to import into: `chat` or `feeds`. */
    product: "chat" | "feeds";
    /** What to import and how. */
    settings: ImportV2TaskSettings;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Response of `CreateImportV2Task`: the new import task. */
export interface CreateImportV2TaskResponse {
    /** Numeric ID of the app. */
    app_pk: number;
    /** When it was created. */
    created_at: Date;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** ID of the import task. */
    id: string;
    /** Product imported into: `chat` or `feeds`. */
    product: string;
    /** What is imported and how. */
    settings: ImportV2TaskSettings;
    /** State of the task, as a number. */
    state: number;
    /** When it was last changed. */
    updated_at: Date;
}

/** Body of `CreatePollOption`. */
export interface CreatePollOptionRequest {
    /** Custom data of the option. */
    custom?: {
        [key: string]: any;
    } | undefined;
    /** Text voters see for the option. */
    text: string;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Body of `CreatePoll`. */
export interface CreatePollRequest {
    /** Whether users may give answers in their own words. */
    allow_answers?: boolean | undefined;
    /** Whether users may add options. */
    allow_user_suggested_options?: boolean | undefined;
    /** Custom data of the poll. */
    custom?: {
        [key: string]: any;
    } | undefined;
    /** Further explanation of the poll. */
    description?: string | undefined;
    /** Whether each user has one vote only. */
    enforce_unique_vote?: boolean | undefined;
    /**
     * ID for the poll, at most 255 characters; generated if absent.
     *
     * Maximum length: 255.
     */
    id?: string | undefined;
    /** Whether voting is closed. */
    is_closed?: boolean | undefined;
    /**
     * How many votes each user may cast, at most 10.
     *
     * Maximum: 10.
     */
    max_votes_allowed?: number | undefined;
    /** Question or title of the poll. */
    name: string;
    /**
     * Choices of the poll, at most 100.
     *
     * Maximum items: 100.
     */
    options?: readonly PollOptionInput[] | undefined;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
    /** Whether voters are shown (`public`) or hidden (`anonymous`). */
    voting_visibility?: "anonymous" | "public" | undefined;
}

/** Body of `CreateRole`. */
export interface CreateRoleRequest {
    /**
     * Name for the role, at most 64 characters.
     *
     * Maximum length: 64.
     */
    name: string;
}

/** Response of `CreateRole`. */
export interface CreateRoleResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The role that was created. */
    role: Role;
}

/** Body of `CreateUserGroup`. */
export interface CreateUserGroupRequest {
    /**
     * What the group is for, at most 1024 characters.
     *
     * Maximum length: 1024.
     */
    description?: string | undefined;
    /**
     * ID for the group, at most 255 characters; a UUID v7 if absent.
     *
     * Maximum length: 255.
     */
    id?: string | undefined;
    /**
     * IDs of the first members, at most 100.
     *
     * Maximum items: 100.
     */
    member_ids?: readonly string[] | undefined;
    /**
     * Display name of the group, 1 to 255 characters.
     *
     * Minimum length: 1. Maximum length: 255.
     */
    name: string;
    /**
     * Team to which the group is limited.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Response of `CreateUserGroup`. */
export interface CreateUserGroupResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The group that was created. */
    user_group?: UserGroupResponse;
}

/** An object given by its ID alone. */
export interface Data {
    /** ID of the object. */
    id: string;
}

/** Datadog integration of the app. */
export interface DataDogInfo {
    /** Datadog API key. */
    api_key?: string;
    /** Whether data is sent to Datadog. */
    enabled?: boolean;
    /** Datadog site that receives the data. */
    site?: string;
}

/** Body of `DeactivateUser`. */
export interface DeactivateUserRequest {
    /** ID of the user on whose behalf this is done. */
    created_by_id?: string | undefined;
    /** Whether the user's messages are shown as deleted. */
    mark_messages_deleted?: boolean | undefined;
}

/** Response of `DeactivateUser`. */
export interface DeactivateUserResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The user after deactivation. */
    user?: UserResponse;
}

/** Body of `DeactivateUsers`. */
export interface DeactivateUsersRequest {
    /** ID of the user on whose behalf this is done. */
    created_by_id?: string | undefined;
    /** Whether the users' channels are marked as deleted. */
    mark_channels_deleted?: boolean | undefined;
    /** Whether the users' messages are shown as deleted. */
    mark_messages_deleted?: boolean | undefined;
    /**
     * IDs of the users to be deactivated (1 to 100).
     *
     * Minimum items: 1. Maximum items: 100.
     */
    user_ids: readonly string[];
}

/** Response of `DeactivateUsers`, which runs as a task. */
export interface DeactivateUsersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** ID to follow with `GetTask`. */
    task_id: string;
}

/** Response of `DeleteExternalStorage` and `DeleteImporterExternalStorage`. */
export interface DeleteExternalStorageResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Response of `DeleteImportV2Task`. */
export interface DeleteImportV2TaskResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Body of `DeleteUsers`. */
export interface DeleteUsersRequest {
    /** How to delete two-member calls with the user: `soft` marks, `hard` erases; absent keeps them. */
    calls?: "soft" | "hard" | undefined;
    /** How to delete two-member channels with the user: `soft` marks, `hard` erases; absent keeps them. */
    conversations?: "soft" | "hard" | undefined;
    /** Whether to delete all files of the users. */
    files?: boolean | undefined;
    /** How to delete messages: `soft` marks, `pruning` also empties, `hard` erases; absent keeps them. */
    messages?: "soft" | "pruning" | "hard" | undefined;
    /** ID of the user who becomes owner of the deleted users' calls. */
    new_call_owner_id?: string | undefined;
    /** ID of the user who becomes owner of the deleted users' channels. */
    new_channel_owner_id?: string | undefined;
    /** How to delete users: `soft` keeps their data, `pruning` empties it, `hard` erases it. */
    user?: "soft" | "pruning" | "hard" | undefined;
    /**
     * IDs of the users to be deleted (1 to 100).
     *
     * Minimum items: 1. Maximum items: 100.
     */
    user_ids: readonly string[];
}

/** Response of `DeleteUsers`, which runs as a task. */
export interface DeleteUsersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** ID to follow with `GetTask`. */
    task_id: string;
}

/** Privacy setting for delivery receipts. */
export interface DeliveryReceiptsResponse {
    /** Whether others see that messages reached this user. */
    enabled?: boolean;
}

/** Why a test push to a device failed. */
export interface DeviceErrorInfo {
    /** What went wrong. */
    error_message: string;
    /** Push service of the device. */
    provider: string;
    /** Push provider configuration, by name. */
    provider_name: string;
}

/** A device registered for push notifications. */
export interface DeviceResponse {
    /** When it was created. */
    created_at: Date;
    /** Whether push to the device is off. */
    disabled?: boolean;
    /** Why push to the device is off. */
    disabled_reason?: string;
    /** Push token that identifies the device. */
    id: string;
    /** Push service of the device: `firebase`, `apn`, `huawei` or `xiaomi`. */
    push_provider: string;
    /** Push provider configuration in use, by name. */
    push_provider_name?: string;
    /** ID of the user who owns the device. */
    user_id: string;
    /** Whether this is an Apple VoIP push token. */
    voip?: boolean;
}

/** Content of a message draft. */
export interface DraftPayloadResponse {
    /** Attachments of the draft. */
    attachments?: Attachment[];
    /** Custom data of the draft. */
    custom: {
        [key: string]: unknown;
    };
    /** Draft as HTML. */
    html?: string;
    /** ID the message will have. */
    id: string;
    /** Users the draft mentions. */
    mentioned_users?: UserResponse[];
    /** Draft in MML markup. */
    mml?: string;
    /** ID of the thread's first message, for a reply. */
    parent_id?: string;
    /** ID of the attached poll. */
    poll_id?: string;
    /** ID of the message the draft quotes. */
    quoted_message_id?: string;
    /** Whether a thread reply also appears in the channel. */
    show_in_channel?: boolean;
    /** Whether the message will be sent without push notifications. */
    silent?: boolean;
    /** Text of the draft. */
    text: string;
    /** Message type of the draft. */
    type?: string;
}

/** A user's unsent message in a channel or thread. */
export interface DraftResponse {
    /** Channel of the draft. */
    channel?: ChannelResponse;
    /** Full ID of the channel, `type:id`. */
    channel_cid: string;
    /** When it was created. */
    created_at: Date;
    /** Content of the draft. */
    message: DraftPayloadResponse;
    /** ID of the thread's first message, for a reply. */
    parent_id?: string;
    /** First message of the thread, for a reply. */
    parent_message?: MessageResponse;
    /** Message the draft quotes. */
    quoted_message?: MessageResponse;
}

/** Why a task failed. */
export interface ErrorResult {
    /** Stack trace of the error. */
    stacktrace?: string;
    /** Kind of error. */
    type: string;
    /** Version of the server code that failed. */
    version?: string;
}

/** A target to which events are delivered: a webhook, an SQS queue or an SNS topic. */
export interface EventHook {
    /** How your server is called for pending messages. */
    callback?: AsyncModerationCallbackConfig;
    /** When it was created. */
    created_at?: Date;
    /** Whether the hook receives events. */
    enabled?: boolean;
    /** Event types to deliver. */
    event_types?: string[];
    /** Kind of target, such as `webhook`, `sqs` or `sns`. */
    hook_type?: string;
    /** ID of the hook. */
    id?: string;
    /** Product whose events are delivered. */
    product?: string;
    /** Whether custom events are delivered too. */
    should_send_custom_events?: boolean;
    /** How to sign in to SNS: with keys or with a role. */
    sns_auth_type?: string;
    /** Whether the SNS message group ID is derived from the event. */
    sns_event_based_message_group_id_enabled?: boolean;
    /** AWS access key for SNS. */
    sns_key?: string;
    /** AWS region of the SNS topic. */
    sns_region?: string;
    /** ARN of the AWS role used for SNS. */
    sns_role_arn?: string;
    /** AWS secret key for SNS. */
    sns_secret?: string;
    /** ARN of the SNS topic that receives events. */
    sns_topic_arn?: string;
    /** How to sign in to SQS: with keys or with a role. */
    sqs_auth_type?: string;
    /** AWS access key for SQS. */
    sqs_key?: string;
    /** URL of the SQS queue that receives events. */
    sqs_queue_url?: string;
    /** AWS region of the SQS queue. */
    sqs_region?: string;
    /** ARN of the AWS role used for SQS. */
    sqs_role_arn?: string;
    /** AWS secret key for SQS. */
    sqs_secret?: string;
    /** How long to wait for a response, in milliseconds. */
    timeout_ms?: number;
    /** When it was last changed. */
    updated_at?: Date;
    /** URL of the webhook that receives events. */
    webhook_url?: string;
}

/** Push notification for one kind of call event. */
export interface EventNotificationSettings {
    /** Notification for Apple devices. */
    apns: APNS;
    /** Whether the event causes a push. */
    enabled: boolean;
    /** Notification for Firebase devices. */
    fcm: FCM;
}

/** Response of `ExportUser`: a user's data. */
export interface ExportUserResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Messages the user sent. */
    messages?: MessageResponse[];
    /** Reactions the user made. */
    reactions?: ReactionResponse[];
    /** The user who was exported. */
    user?: UserResponse;
}

/** Body of `ExportUsers`. */
export interface ExportUsersRequest {
    /**
     * IDs of the users to export (1 to 25).
     *
     * Minimum items: 1. Maximum items: 25.
     */
    user_ids: readonly string[];
}

/** Response of `ExportUsers`, which runs as a task. */
export interface ExportUsersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** ID to follow with `GetTask`. */
    task_id: string;
}

/** An external storage for files. */
export interface ExternalStorageResponse {
    /** Bucket or container at the storage service. */
    bucket: string;
    /** Name that identifies the storage. */
    name: string;
    /** Prefix put before the path of every stored file. */
    path: string;
    /** Storage service: Amazon S3 (`s3`), Google Cloud (`gcs`) or Azure (`abs`). */
    type: ("s3" | "gcs" | "abs") | (string & {});
}

/** Content of a Firebase push notification for a call event. */
export interface FCM {
    /** Custom data sent along. */
    data?: {
        [key: string]: unknown;
    };
}

/** Push preferences for activity feeds by kind of event; each is `all` or `none`. */
export interface FeedsPreferences {
    /** Push when someone comments on an activity of the user: `all` or `none`. */
    comment?: "all" | "none" | undefined;
    /** Push when a comment mentions the user: `all` or `none`. */
    comment_mention?: "all" | "none" | undefined;
    /** Push when someone reacts to the user's comment: `all` or `none`. */
    comment_reaction?: "all" | "none" | undefined;
    /** Push when someone replies to the user's comment: `all` or `none`. */
    comment_reply?: "all" | "none" | undefined;
    /** Push for custom activities: activity type to `all` or `none`. */
    custom_activity_types?: {
        [key: string]: string;
    } | undefined;
    /** Push when someone follows the user: `all` or `none`. */
    follow?: "all" | "none" | undefined;
    /** Push when an activity mentions the user: `all` or `none`. */
    mention?: "all" | "none" | undefined;
    /** Push when someone reacts to an activity or comment of the user: `all` or `none`. */
    reaction?: "all" | "none" | undefined;
}

/** A user's push preferences for activity feeds. */
export interface FeedsPreferencesResponse {
    /** Push when someone comments on an activity of the user: `all` or `none`. */
    comment?: string;
    /** Push when a comment mentions the user: `all` or `none`. */
    comment_mention?: string;
    /** Push when someone reacts to the user's comment: `all` or `none`. */
    comment_reaction?: string;
    /** Push when someone replies to the user's comment: `all` or `none`. */
    comment_reply?: string;
    /** Push for custom activities: activity type to `all` or `none`. */
    custom_activity_types?: {
        [key: string]: string;
    };
    /** Push when someone follows the user: `all` or `none`. */
    follow?: string;
    /** Push when an activity mentions the user: `all` or `none`. */
    mention?: string;
    /** Push when someone reacts to an activity or comment of the user: `all` or `none`. */
    reaction?: string;
}

/** A title and value pair in an attachment. */
export interface Field {
    /** Whether it is short enough to be displayed beside another. */
    short: boolean;
    /** Title of the pair. */
    title: string;
    /** Value of the pair. */
    value: string;
}

/** What may be uploaded to the app. */
export interface FileUploadConfig {
    /** File extensions that may be uploaded; empty allows all. */
    allowed_file_extensions?: string[];
    /** MIME types that may be uploaded; empty allows all. */
    allowed_mime_types?: string[];
    /** File extensions that are rejected. */
    blocked_file_extensions?: string[];
    /** MIME types that are rejected. */
    blocked_mime_types?: string[];
    /**
     * Largest file size, in bytes, at most 104857600 (100 MiB).
     *
     * Minimum: 0. Maximum: 104857600.
     */
    size_limit: number;
}

/** Multipart form of `UploadFile`. */
export interface FileUploadRequest {
    /** The file to upload. */
    file?: Upload | undefined;
    /** Server-side only. User to upload for. */
    user?: OnlyUserID | undefined;
}

/** Response of `UploadFile`: where the file is. */
export interface FileUploadResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Address of the file, meant for `asset_url` of an attachment. */
    file?: string;
    /** Address of the thumbnail, for formats that have one; meant for `thumb_url` of an attachment. */
    thumb_url?: string;
}

/** Firebase push settings sent with an app update. */
export interface FirebaseConfig {
    /** Whether to turn push through Firebase off. */
    Disabled?: boolean | undefined;
    /** Template of the APNs part of the push. */
    apn_template?: string | undefined;
    /** Firebase service account credentials, as JSON text. */
    credentials_json?: string | undefined;
    /** Template of the data part of the push. */
    data_template?: string | undefined;
    /** Template of the notification part of the push. */
    notification_template?: string | undefined;
    /** Server key of the older Firebase API. */
    server_key?: string | undefined;
}

/** The app's Firebase push settings. */
export interface FirebaseConfigFields {
    /** Template of the APNs part of the push. */
    apn_template?: string;
    /** Firebase service account credentials, as JSON text. */
    credentials_json?: string;
    /** Template of the data part of the push. */
    data_template?: string;
    /** Whether push through Firebase is on. */
    enabled: boolean;
    /** Template of the notification part of the push. */
    notification_template?: string;
    /** Server key of the older Firebase API. */
    server_key?: string;
}

/** Frame recording settings of a call type. */
export interface FrameRecordSettings {
    /**
     * Time between frames, in seconds (2 to 60).
     *
     * Minimum: 2. Maximum: 60.
     */
    capture_interval_in_seconds: number;
    /** Frame recording: `available` on demand, `disabled`, or started by itself (`auto-on`). */
    mode: ("available" | "disabled" | "auto-on") | (string & {});
    /** Quality of the frames. */
    quality?: string;
}

/** A user with unread counts, mutes and devices. */
export interface FullUserResponse {
    /** Average time the user takes to answer messages. */
    avg_response_time?: number;
    /** When the ban ends; absent means no end. */
    ban_expires?: Date;
    /** Whether the user is banned from the app. */
    banned: boolean;
    /** IDs of users whom this user blocked. */
    blocked_user_ids: string[];
    /** Whether the user's messages skip moderation. */
    bypass_moderation?: boolean;
    /** Channels the user muted. */
    channel_mutes: ChannelMute[];
    /** When it was created. */
    created_at: Date;
    /** Custom data of the user. */
    custom: {
        [key: string]: unknown;
    };
    /** When the user was deactivated; absent if active. */
    deactivated_at?: Date;
    /** When it was deleted; absent if not deleted. */
    deleted_at?: Date;
    /** Devices on which the user gets push notifications. */
    devices: DeviceResponse[];
    /** ID that identifies the user. */
    id: string;
    /** Address of the user's picture. */
    image?: string;
    /** Whether the user appears offline to others. */
    invisible: boolean;
    /** Language the user prefers, as a code such as `en`. */
    language: string;
    /** When the user was last active. */
    last_active?: Date;
    /** IDs of channels the user hid last. */
    latest_hidden_channels?: string[];
    /** Users whom this user muted. */
    mutes: UserMuteResponse[];
    /** Display name of the user; optional. */
    name?: string;
    /** Whether the user is connected now. */
    online: boolean;
    /** What the user lets others see. */
    privacy_settings?: PrivacySettingsResponse;
    /** When valid tokens begin; the user's tokens issued earlier are rejected. */
    revoke_tokens_issued_before?: Date;
    /** Role of the user in the app, which decides what the user may do. */
    role: string;
    /** Whether an app-wide shadow ban hides what the user sends from others. */
    shadow_banned: boolean;
    /** Teams of which the user is a member. */
    teams: string[];
    /** Role of the user in each team, by team. */
    teams_role?: {
        [key: string]: string;
    };
    /** Unread messages in all channels. */
    total_unread_count: number;
    /** How many channels have unread messages. */
    unread_channels: number;
    /** Unread messages in all channels. */
    unread_count: number;
    /** How many threads have unread replies. */
    unread_threads: number;
    /** When it was last changed. */
    updated_at: Date;
}

/** A geofence that limits where calls are routed. */
export interface GeofenceResponse {
    /** Codes of the countries it covers. */
    country_codes?: string[];
    /** What the geofence covers. */
    description?: string;
    /** Name that identifies the geofence. */
    name: string;
    /** Kind of geofence. */
    type?: string;
}

/** Geofencing settings of a call type. */
export interface GeofenceSettings {
    /** Names of the geofences in use. */
    names: string[];
}

/** Response of `GetApp`. */
export interface GetApplicationResponse {
    /** All settings of the app. */
    app: AppResponseFields;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Response of `GetBlockList`. */
export interface GetBlockListResponse {
    /** The requested block list. */
    blocklist?: BlockListResponse;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Response of `GetBlockedUsers`. */
export interface GetBlockedUsersResponse {
    /** Blocks the user has made. */
    blocks: BlockedUserResponse[];
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Response of `GetPermission`. */
export interface GetCustomPermissionResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The requested permission. */
    permission: Permission;
}

/** Amazon S3 bucket that imports read from. */
export interface GetExternalStorageAWSS3Response {
    /** Bucket that contains the data. */
    bucket: string;
    /** Prefix of the data's paths in the bucket. */
    path_prefix?: string;
    /** AWS region of the bucket. */
    region: string;
    /** ARN of the AWS role used to read the bucket. */
    role_arn: string;
}

/** Response of `GetImporterExternalStorage`. */
export interface GetExternalStorageResponse {
    /** Amazon S3 settings of the storage. */
    aws_s3?: GetExternalStorageAWSS3Response;
    /** When it was created. */
    created_at: Date;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Kind of storage, such as `aws_s3`. */
    type: string;
    /** When it was last changed. */
    updated_at: Date;
}

/** Response of `GetImport`. */
export interface GetImportResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The requested import. */
    import_task?: ImportTask;
}

/** Response of `GetImportV2Task`. */
export interface GetImportV2TaskResponse {
    /** Numeric ID of the app. */
    app_pk: number;
    /** When it was created. */
    created_at: Date;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** ID of the import task. */
    id: string;
    /** Product imported into: `chat` or `feeds`. */
    product: string;
    /** What the task produced, once it is done. */
    result?: Record<string, unknown>;
    /** What is imported and how. */
    settings: ImportV2TaskSettings;
    /** State of the task, as a number. */
    state: number;
    /** When it was last changed. */
    updated_at: Date;
}

/** Response of `GetOG`: a link preview made from a page's Open Graph data. */
export interface GetOGResponse {
    /** Buttons and inputs the user can choose from. */
    actions?: Action[];
    /** Address of the video or audio found on the page. */
    asset_url?: string;
    /** Address of the author's icon. */
    author_icon?: string;
    /** Site of the page, from `og:site`. */
    author_link?: string;
    /** Name of the page's site, from `og:site_name`. */
    author_name?: string;
    /** Accent color of the card. */
    color?: string;
    /** Custom data of the attachment. */
    custom: {
        [key: string]: unknown;
    };
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Plain text for clients that cannot show the attachment. */
    fallback?: string;
    /** Title and value pairs shown in the card. */
    fields?: Field[];
    /** Footer text. */
    footer?: string;
    /** Address of the footer icon. */
    footer_icon?: string;
    /** Giphy image in several sizes. */
    giphy?: Images;
    /** Address of the image found on the page. */
    image_url?: string;
    /** Link from which the preview was made. */
    og_scrape_url?: string;
    /** Height of the original image, in pixels. */
    original_height?: number;
    /** Width of the original image, in pixels. */
    original_width?: number;
    /** Text shown above the card. */
    pretext?: string;
    /** Description of the page, from `og:description`. */
    text?: string;
    /** Address of the thumbnail found on the page. */
    thumb_url?: string;
    /** Title of the page, from `og:title`. */
    title?: string;
    /** Address of the page, from `og:url`. */
    title_link?: string;
    /** Kind of attachment: `image`, `audio` or `video`, or empty. */
    type?: string;
}

/** Response of `GetPushTemplates`. */
export interface GetPushTemplatesResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Templates of the push provider. */
    templates: PushTemplateResponse[];
}

/** Response of `GetRateLimits`: limits of each endpoint, by platform. */
export interface GetRateLimitsResponse {
    /** Limits for Android clients, by endpoint. */
    android?: {
        [key: string]: LimitInfoResponse;
    };
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Limits for iOS clients, by endpoint. */
    ios?: {
        [key: string]: LimitInfoResponse;
    };
    /** Limits for calls from servers, by endpoint. */
    server_side?: {
        [key: string]: LimitInfoResponse;
    };
    /** Limits for web clients, by endpoint. */
    web?: {
        [key: string]: LimitInfoResponse;
    };
}

/** Response of `GetTask`: the status of a background task. */
export interface GetTaskResponse {
    /** When it was created. */
    created_at: Date;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Why the task failed, if it did. */
    error?: ErrorResult;
    /** What the task produced, once it is completed. */
    result?: {
        [key: string]: unknown;
    };
    /** Status of the task; `completed` and `failed` are final. */
    status: string;
    /** ID that identifies the task. */
    task_id: string;
    /** When it was last changed. */
    updated_at: Date;
}

/** Response of `GetUserGroup`. */
export interface GetUserGroupResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The requested group. */
    user_group?: UserGroupResponse;
}

/** Settings of image moderation by Google Vision. */
export interface GoogleVisionConfig {
    /** Whether this check is on. */
    enabled?: boolean;
}

/** HLS broadcast settings of a call type. */
export interface HLSSettings {
    /** Whether HLS starts by itself. */
    auto_on: boolean;
    /** Whether HLS can be used. */
    enabled: boolean;
    /** How the picture is arranged. */
    layout?: LayoutSettings;
    /** Qualities to produce. */
    quality_tracks: string[];
}

/** Moderation rule for harm in a video call. */
export interface HarmConfig {
    /** Steps taken as violations add up. */
    action_sequences?: ActionSequence[];
    /** How long to wait before the rule acts again. */
    cooldown_period?: number;
    /** Kinds of harm the rule applies to. */
    harm_types?: string[];
    /** Severity of the harm, as a number. */
    severity?: number;
    /** Number of violations that triggers the rule. */
    threshold?: number;
}

/** Huawei push settings sent with an app update. */
export interface HuaweiConfig {
    /** Whether to turn push through Huawei off. */
    Disabled?: boolean | undefined;
    /** Huawei app ID. */
    id?: string | undefined;
    /** Huawei app secret. */
    secret?: string | undefined;
}

/** The app's Huawei push settings. */
export interface HuaweiConfigFields {
    /** Whether push through Huawei is on. */
    enabled: boolean;
    /** Huawei app ID. */
    id?: string;
    /** Huawei app secret. */
    secret?: string;
}

/** One rendition of a Giphy image. */
export interface ImageData {
    /** Number of frames, as text. */
    frames: string;
    /** Height in pixels, as text. */
    height: string;
    /** File size in bytes, as text. */
    size: string;
    /** Address of the image. */
    url: string;
    /** Width in pixels, as text. */
    width: string;
}

/** A size in which an uploaded image is stored. */
export interface ImageSize {
    /** Part to keep when cropping: `top`, `bottom`, `left`, `right` or `center`. */
    crop?: string;
    /** Height to reach, in pixels. */
    height?: number;
    /** How to fit the image: `clip`, `crop`, `scale` or `fill`. */
    resize?: string;
    /** Width to reach, in pixels. */
    width?: number;
}

/** Multipart form of `UploadImage`. */
export interface ImageUploadRequest {
    /** The image to upload. */
    file?: Upload | undefined;
    /** Sizes to store, sent as a JSON array in text form. */
    upload_sizes?: readonly ImageSize[] | undefined;
    /** Server-side only. User to upload for. */
    user?: OnlyUserID | undefined;
}

/** Response of `UploadImage`: where the image is. */
export interface ImageUploadResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Address of the image. */
    file?: string;
    /** Address of the thumbnail. */
    thumb_url?: string;
    /** Sizes in which the image is stored. */
    upload_sizes?: ImageSize[];
}

/** A Giphy image in several renditions. */
export interface Images {
    /** Rendition of fixed height. */
    fixed_height: ImageData;
    /** Rendition of fixed height with fewer frames. */
    fixed_height_downsampled: ImageData;
    /** Still picture of fixed height. */
    fixed_height_still: ImageData;
    /** Rendition of fixed width. */
    fixed_width: ImageData;
    /** Rendition of fixed width with fewer frames. */
    fixed_width_downsampled: ImageData;
    /** Still picture of fixed width. */
    fixed_width_still: ImageData;
    /** Image in its original size. */
    original: ImageData;
}

/** A data import. */
export interface ImportTask {
    /** When it was created. */
    created_at: Date;
    /** Changes of state so far. */
    history: ImportTaskHistory[];
    /** ID of the import. */
    id: string;
    /** What is done with existing objects: `insert` leaves them, `upsert` updates them. */
    mode: string;
    /** Path of the uploaded file. */
    path: string;
    /** Size of the file, in bytes. */
    size?: number;
    /** State of the import. */
    state: string;
    /** When it was last changed. */
    updated_at: Date;
}

/** A change of an import's state. */
export interface ImportTaskHistory {
    /** When the state changed. */
    created_at: Date;
    /** State after the change. */
    next_state: string;
    /** State before the change. */
    prev_state: string;
}

/** An import task of the second version. */
export interface ImportV2TaskItem {
    /** Numeric ID of the app. */
    app_pk: number;
    /** When it was created. */
    created_at: Date;
    /** ID of the import task. */
    id: string;
    /** Product imported into: `chat` or `feeds`. */
    product: string;
    /** What the task produced, once it is done. */
    result?: Record<string, unknown>;
    /** What is imported and how. */
    settings: ImportV2TaskSettings;
    /** State of the task, as a number. */
    state: number;
    /** When it was last changed. */
    updated_at: Date;
}

/** What an import task imports and how. */
export interface ImportV2TaskSettings {
    /** Whether custom data is merged with what exists instead of replacing it. */
    merge_custom?: boolean;
    /** What to do with existing objects, such as `insert` or `upsert`. */
    mode?: string;
    /** Path of the data to import. */
    path?: string;
    /** S3 bucket that contains the data. */
    s3?: ImportV2TaskSettingsS3;
    /** Whether to skip the check that objects referred to exist. */
    skip_references_check?: boolean;
    /** Where the data is read from. */
    source?: string;
}

/** S3 location of import data. */
export interface ImportV2TaskSettingsS3 {
    /** Bucket that contains the data. */
    bucket?: string;
    /** Directory in the bucket. */
    dir?: string;
    /** AWS region of the bucket. */
    region?: string;
}

/** Settings for recording each participant alone. */
export interface IndividualRecordSettings {
    /** Individual recording: `available` on demand, `disabled`, or started by itself (`auto-on`). */
    mode: ("available" | "disabled" | "auto-on") | (string & {});
    /** Kinds of files to produce. */
    output_types?: string[];
}

/** How audio sent into a call is encoded. */
export interface IngressAudioEncodingOptions {
    /**
     * Audio bitrate, in bits per second (16000 to 128000).
     *
     * Minimum: 16000. Maximum: 128000.
     */
    bitrate: number;
    /** Audio channels: 1 for mono, 2 for stereo. */
    channels: (1 | 2) | (number & {});
    /** Whether sending stops during silence (DTX). */
    enable_dtx: boolean;
}

/** Settings for streams sent into calls. */
export interface IngressSettings {
    /** How the audio is encoded. */
    audio_encoding_options?: IngressAudioEncodingOptions;
    /** Whether streams can be sent into calls. */
    enabled: boolean;
    /** How the video is encoded, by name. */
    video_encoding_options?: {
        [key: string]: IngressVideoEncodingOptions;
    };
}

/** Expected format of a video stream sent into a call. */
export interface IngressSource {
    /**
     * Frames per second (1 to 60).
     *
     * Minimum: 1. Maximum: 60.
     */
    fps: number;
    /**
     * Height in pixels, at least 2.
     *
     * Minimum: 2.
     */
    height: number;
    /**
     * Width in pixels, at least 2.
     *
     * Minimum: 2.
     */
    width: number;
}

/** How video sent into a call is encoded. */
export interface IngressVideoEncodingOptions {
    /**
     * Simulcast layers to produce, at least one.
     *
     * Minimum items: 1.
     */
    layers: IngressVideoLayer[];
    /** Expected format of the stream. */
    source?: IngressSource;
}

/** One encoded layer of a video stream. */
export interface IngressVideoLayer {
    /**
     * Video bitrate, in bits per second, at least 1000.
     *
     * Minimum: 1000.
     */
    bitrate: number;
    /** Video codec: `h264` or `vp8`. */
    codec: ("h264" | "vp8") | (string & {});
    /**
     * Frames per second (1 to 60).
     *
     * Minimum: 1. Maximum: 60.
     */
    frame_rate: number;
    /**
     * Longer side in pixels, at least 240.
     *
     * Minimum: 240.
     */
    max_dimension: number;
    /**
     * Shorter side in pixels, at least 240.
     *
     * Minimum: 240.
     */
    min_dimension: number;
}

/** Settings of moderation by a language model. */
export interface LLMConfig {
    /** What the app is about, to guide the model. */
    app_context?: string;
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether this check is on. */
    enabled?: boolean;
    /** What to do for each label. */
    rules?: LLMRule[];
    /** What each severity level means, by level. */
    severity_descriptions?: {
        [key: string]: string;
    };
}

/** Moderation rule for one label of the language model. */
export interface LLMRule {
    /** What happens to matching content; `keep` leaves it. */
    action?: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove" | "keep";
    /** What the label means, to guide the model. */
    description: string;
    /** Label the rule applies to. */
    label: string;
    /** What to do for each severity level. */
    severity_rules?: BodyguardSeverityRule[];
}

/** Scores from which AI moderation acts on one label. */
export interface LabelThresholds {
    /**
     * Score from which messages are blocked (0 to 1).
     *
     * Minimum: 0. Maximum: 1.
     */
    block?: number;
    /**
     * Score from which messages are flagged (0 to 1).
     *
     * Minimum: 0. Maximum: 1.
     */
    flag?: number;
}

/** How the picture of a recording or broadcast is arranged. */
export interface LayoutSettings {
    /** Whether the layout follows the orientation of the video. */
    detect_orientation?: boolean;
    /** URL of a custom layout app. */
    external_app_url: string;
    /** URL of a custom style sheet. */
    external_css_url: string;
    /** Layout to use; `custom` means your own app. */
    name: ("spotlight" | "grid" | "single-participant" | "mobile" | "custom") | (string & {});
    /** Options of the layout. */
    options?: {
        [key: string]: unknown;
    };
}

/** Rate limit of an endpoint. */
export interface LimitInfoResponse {
    /** Calls allowed in each one-minute window. */
    limit: number;
    /** Calls left in the current window. */
    remaining: number;
    /** When the window ends, in Unix seconds. */
    reset: number;
}

/** Limits of a call type. */
export interface LimitsSettings {
    /** Longest duration of a call, in seconds. */
    max_duration_seconds?: number;
    /** Most participants a call may have. */
    max_participants?: number;
    /** Whether the call's owner does not count as a participant. */
    max_participants_exclude_owner?: boolean;
    /** Roles that do not count as participants. */
    max_participants_exclude_roles: string[];
}

/** Response of `ListBlockLists`. */
export interface ListBlockListResponse {
    /** Block lists of the app. */
    blocklists: BlockListResponse[];
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Response of `ListDevices`. */
export interface ListDevicesResponse {
    /** Devices of the user. */
    devices: DeviceResponse[];
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Response of `ListExternalStorage`. */
export interface ListExternalStorageResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** External storages, by name. */
    external_storages: {
        [key: string]: ExternalStorageResponse;
    };
}

/** Response of `ListImportV2Tasks`. */
export interface ListImportV2TasksResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Import tasks found. */
    import_tasks: ImportV2TaskItem[];
    /** Cursor of the next page; absent on the last page. */
    next?: string;
    /** Cursor of the previous page; absent on the first page. */
    prev?: string;
}

/** Response of `ListImports`. */
export interface ListImportsResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Imports of the app. */
    import_tasks: ImportTask[];
}

/** Response of `ListPermissions`. */
export interface ListPermissionsResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Permissions the app can grant. */
    permissions: Permission[];
}

/** Response of `ListPushProviders`. */
export interface ListPushProvidersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Push provider configurations of the app. */
    push_providers: PushProviderResponse[];
}

/** Response of `ListRoles`. */
export interface ListRolesResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Roles of the app, built-in and custom. */
    roles: Role[];
}

/** Response of `ListUserGroups`. */
export interface ListUserGroupsResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Groups on this page. */
    user_groups: UserGroupResponse[];
}

/** A chat message. */
export interface MessageResponse {
    /** Files, link previews and cards of the message. */
    attachments: Attachment[];
    /** Full ID of the message's channel, `type:id`. */
    cid: string;
    /** Slash command the message was sent with. */
    command?: string;
    /** When it was created. */
    created_at: Date;
    /** Custom data of the message. */
    custom: {
        [key: string]: unknown;
    };
    /** When it was deleted; absent if not deleted. */
    deleted_at?: Date;
    /** Whether the current user deleted the message for themselves only. */
    deleted_for_me?: boolean;
    /** How many replies in the thread have been deleted. */
    deleted_reply_count: number;
    /** The current user's draft of a reply in this thread. */
    draft?: DraftResponse;
    /** Message as HTML; can be set server-side only. */
    html: string;
    /** Translations of the text; the key `language` contains the original language. */
    i18n?: {
        [key: string]: string;
    };
    /** ID of the message, unique in the app. */
    id: string;
    /** What image moderation found in each image. */
    image_labels?: {
        [key: string]: string[];
    };
    /** The 10 newest reactions. */
    latest_reactions: ReactionResponse[];
    /** Sender's membership, with `channel_role` only. */
    member?: ChannelMemberResponse;
    /** Whether everyone in the channel was mentioned. */
    mentioned_channel: boolean;
    /** IDs of the user groups the message mentions. */
    mentioned_group_ids?: string[];
    /** Whether members who are online were mentioned with \@here. */
    mentioned_here: boolean;
    /** Roles the message mentions, such as `admin` or `channel_moderator`. */
    mentioned_roles?: string[];
    /** Users the message mentions. */
    mentioned_users: UserResponse[];
    /** When the text was last edited. */
    message_text_updated_at?: Date;
    /** Message in MML markup, instead of `text`; can be set server-side only. */
    mml?: string;
    /** What moderation found and did. */
    moderation?: ModerationV2Response;
    /** The current user's 10 newest reactions. */
    own_reactions: ReactionResponse[];
    /** ID of the thread's first message, for a reply. */
    parent_id?: string;
    /** When the pin ends; absent means no end. */
    pin_expires?: Date;
    /** Whether the message is pinned to the channel. */
    pinned: boolean;
    /** When the message was pinned. */
    pinned_at?: Date;
    /** User who pinned it. */
    pinned_by?: UserResponse;
    /** Poll attached to the message. */
    poll?: PollResponseData;
    /** ID of the attached poll. */
    poll_id?: string;
    /** Message this one quotes. */
    quoted_message?: MessageResponse;
    /** ID of the message this one quotes. */
    quoted_message_id?: string;
    /** How many reactions there are, by reaction type. */
    reaction_counts: {
        [key: string]: number;
    };
    /** Summary of the reactions, by reaction type. */
    reaction_groups?: {
        [key: string]: ReactionGroupResponse;
    };
    /** Sum of reaction scores, by reaction type. */
    reaction_scores: {
        [key: string]: number;
    };
    /** The current user's reminder for this message. */
    reminder?: ReminderResponseData;
    /** How many replies the thread has. */
    reply_count: number;
    /** IDs of the only users who see the message; empty means everyone. */
    restricted_visibility: string[];
    /** Whether the message is shadowed, that is, hidden from others. */
    shadowed: boolean;
    /** Location shared in the message. */
    shared_location?: SharedLocationResponseData;
    /** Whether a thread reply also appears in the channel. */
    show_in_channel?: boolean;
    /** Whether the message was sent without push notifications. */
    silent: boolean;
    /** What the sender wrote; empty when `mml` is used. */
    text: string;
    /** Everyone who wrote in the thread. */
    thread_participants?: UserResponse[];
    /** Kind of message, such as `regular`, `ephemeral`, `error`, `reply`, `system` or `deleted`. */
    type: string;
    /** When it was last changed. */
    updated_at: Date;
    /** User who sent the message; always given on server-side calls. */
    user: UserResponse;
}

/** A set of moderation checks. */
export interface ModerationConfig {
    /** AI moderation of images. */
    ai_image_config?: AIImageConfig;
    /** Lighter AI moderation of images. */
    ai_image_lite_config?: BodyguardImageAnalysisConfig;
    /** AI moderation of text. */
    ai_text_config?: AITextConfig;
    /** AI moderation of videos. */
    ai_video_config?: AIVideoConfig;
    /** Whether the checks run in the background instead of holding up the request. */
    async?: boolean;
    /** Moderation of attempts to move users off the platform. */
    automod_platform_circumvention_config?: AutomodPlatformCircumventionConfig;
    /** Moderation by semantic filters. */
    automod_semantic_filters_config?: AutomodSemanticFiltersConfig;
    /** Moderation of toxic text. */
    automod_toxicity_config?: AutomodToxicityConfig;
    /** Moderation by block lists. */
    block_list_config?: BlockListConfig;
    /** When it was created. */
    created_at?: Date;
    /** Image moderation by Google Vision. */
    google_vision_config?: GoogleVisionConfig;
    /** Key that identifies the set. */
    key?: string;
    /** Moderation by a language model. */
    llm_config?: LLMConfig;
    /** Kinds of harm that can be found in video calls. */
    supported_video_call_harm_types?: string[];
    /** Team the set belongs to. */
    team?: string;
    /** When it was last changed. */
    updated_at?: Date;
    /** Moderation of spam by sending rate. */
    velocity_filter_config?: VelocityFilterConfig;
    /** Moderation of video calls. */
    video_call_rule_config?: VideoCallRuleConfig;
}

/** Settings of the moderation dashboard. */
export interface ModerationDashboardPreferences {
    /** Reasons moderators may give for an action. */
    allowed_moderation_action_reasons?: string[];
    /** Whether the review queue is updated after the response. */
    async_review_queue_upsert?: boolean;
    /** Whether audit logs are off. */
    disable_audit_logs?: boolean;
    /** Whether content already reviewed cannot be flagged again. */
    disable_flagging_reviewed_entity?: boolean;
    /** Whether there is a queue for escalated items. */
    escalation_queue_enabled?: boolean;
    /** Reasons moderators may give for an escalation. */
    escalation_reasons?: string[];
    /** Whether flagging content also flags its author. */
    flag_user_on_flagged_content?: boolean;
    /** Which classifications of video key frames are on. */
    keyframe_classifications_map?: {
        [key: string]: {
            [key: string]: boolean;
        };
    };
    /** Whether media in the review queue is blurred. */
    media_queue_blur_enabled?: boolean;
    /** Settings of the overview page. */
    overview_dashboard?: OverviewDashboardConfig;
}

/** What moderation found in a message and did with it. */
export interface ModerationV2Response {
    /** What was done with the message. */
    action: string;
    /** Block list that matched. */
    blocklist_matched?: string;
    /** All block lists that matched. */
    blocklists_matched?: string[];
    /** Harms found in images. */
    image_harms?: string[];
    /** Text before moderation. */
    original_text: string;
    /** Whether the message tried to move users off the platform. */
    platform_circumvented?: boolean;
    /** Semantic filter that matched. */
    semantic_filter_matched?: string;
    /** Harms found in the text. */
    text_harms?: string[];
}

/** Noise cancellation settings of a call type. */
export interface NoiseCancellationSettings {
    /** Noise cancellation: `available` on demand, `disabled`, or started by itself (`auto-on`). */
    mode: ("available" | "disabled" | "auto-on") | (string & {});
}

/** Push notifications of a call type. */
export interface NotificationSettings {
    /** Push when a call goes live. */
    call_live_started: EventNotificationSettings;
    /** Push when a call was missed. */
    call_missed: EventNotificationSettings;
    /** Push when a user is notified of a call. */
    call_notification: EventNotificationSettings;
    /** Push when a call rings. */
    call_ring: EventNotificationSettings;
    /** Whether call events cause push notifications. */
    enabled: boolean;
    /** Push when a call session starts. */
    session_started: EventNotificationSettings;
}

/** Moderation rule for text found inside images. */
export interface OCRRule {
    /** What happens to matching content. */
    action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
    /** Label the rule applies to. */
    label: string;
}

/** A user given by ID alone. */
export interface OnlyUserID {
    /** ID of the user. */
    id: string;
}

/** Settings of the moderation dashboard's overview page. */
export interface OverviewDashboardConfig {
    /** Period shown at first, in days. */
    default_date_range_days?: number;
    /** Charts shown on the page. */
    visible_charts?: string[];
}

/** Something a role can be allowed to do. */
export interface Permission {
    /** Action that is permitted, e.g. `SendMessage`. */
    action: string;
    /** Condition to meet before the permission is given, in MongoDB query style. */
    condition?: {
        [key: string]: unknown;
    };
    /** True for a permission of your own, false for a built-in one. */
    custom: boolean;
    /** What the permission allows. */
    description: string;
    /** ID that identifies the permission. */
    id: string;
    /** Where it can be granted: `app` or `channel`. */
    level: string;
    /** What the permission is called. */
    name: string;
    /** Whether it covers only what the user owns. */
    owner: boolean;
    /** Whether it covers only users of the same team; multi-tenant apps only. */
    same_team: boolean;
    /** Tags that group permissions. */
    tags: string[];
}

/** A permission policy of the v1 permission system. */
export interface Policy {
    action: number;
    /** When it was created. */
    created_at: Date;
    /** Name of the policy. */
    name: string;
    /** Whether it applies to what the user owns. */
    owner: boolean;
    /** Order in which policies are evaluated. */
    priority: number;
    /** Resources the policy covers. */
    resources: string[];
    /** Roles the policy covers. */
    roles: string[];
    /** When it was last changed. */
    updated_at: Date;
}

/** An option for a new poll. */
export interface PollOptionInput {
    /** Custom data of the option. */
    custom?: {
        [key: string]: any;
    } | undefined;
    /** Text voters see for the option. */
    text?: string | undefined;
}

/** An option of a poll that is being updated. */
export interface PollOptionRequest {
    /** Custom data of the option. */
    custom?: {
        [key: string]: any;
    } | undefined;
    /**
     * ID of the option, at most 255 characters.
     *
     * Maximum length: 255.
     */
    id: string;
    /** Text voters see for the option. */
    text?: string | undefined;
}

/** Response of the operations that create, update or get a poll option. */
export interface PollOptionResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The option. */
    poll_option: PollOptionResponseData;
}

/** An option of a poll. */
export interface PollOptionResponseData {
    /** Custom data of the option. */
    custom: {
        [key: string]: unknown;
    };
    /** ID of the option. */
    id: string;
    /** Text voters see for the option. */
    text: string;
}

/** Response of the operations that create, update or get a poll. */
export interface PollResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The poll. */
    poll: PollResponseData;
}

/** A poll with its options and votes. */
export interface PollResponseData {
    /** Whether users may give answers in their own words. */
    allow_answers: boolean;
    /** Whether users may add options. */
    allow_user_suggested_options: boolean;
    /** How many free-text answers there are. */
    answers_count: number;
    /** When it was created. */
    created_at: Date;
    /** User who created the poll. */
    created_by?: UserResponse;
    /** ID of the user who created the poll. */
    created_by_id: string;
    /** Custom data of the poll. */
    custom: {
        [key: string]: unknown;
    };
    /** Further explanation of the poll. */
    description: string;
    /** Whether each user has one vote only. */
    enforce_unique_vote: boolean;
    /** ID of the poll. */
    id: string;
    /** Whether voting is closed. */
    is_closed?: boolean;
    /** Newest free-text answers. */
    latest_answers: PollVoteResponseData[];
    /** Newest votes, by option ID. */
    latest_votes_by_option: {
        [key: string]: PollVoteResponseData[];
    };
    /** How many votes each user may cast. */
    max_votes_allowed?: number;
    /** Question or title of the poll. */
    name: string;
    /** Choices of the poll. */
    options: PollOptionResponseData[];
    /** The current user's votes. */
    own_votes: PollVoteResponseData[];
    /** When it was last changed. */
    updated_at: Date;
    /** How many votes there are. */
    vote_count: number;
    /** How many votes each option has, by option ID. */
    vote_counts_by_option: {
        [key: string]: number;
    };
    /** Whether voters are shown (`public`) or hidden (`anonymous`). */
    voting_visibility: string;
}

/** A vote or free-text answer in a poll. */
export interface PollVoteResponseData {
    /** Text of the answer, for a free-text answer. */
    answer_text?: string;
    /** When it was created. */
    created_at: Date;
    /** ID of the vote. */
    id: string;
    /** Whether this is a free-text answer. */
    is_answer?: boolean;
    /** ID of the chosen option. */
    option_id: string;
    /** ID of the poll. */
    poll_id: string;
    /** When it was last changed. */
    updated_at: Date;
    /** User who voted. */
    user?: UserResponse;
    /** ID of the user who voted. */
    user_id?: string;
}

/** Response of `QueryPollVotes`. */
export interface PollVotesResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Cursor of the next page; absent on the last page. */
    next?: string;
    /** Cursor of the previous page; absent on the first page. */
    prev?: string;
    /** Votes on this page. */
    votes: PollVoteResponseData[];
}

/** What a user lets others see. */
export interface PrivacySettingsResponse {
    /** Setting for delivery receipts. */
    delivery_receipts?: DeliveryReceiptsResponse;
    /** Setting for read receipts. */
    read_receipts?: ReadReceiptsResponse;
    /** Setting for typing indicators. */
    typing_indicators?: TypingIndicatorsResponse;
}

/** Push settings for the whole app. */
export interface PushConfig {
    /** Whether only users who are offline get push notifications. */
    offline_only?: boolean | undefined;
    /** Version of the push system: `v1`, `v2` or `v3`. */
    version: "v1" | "v2" | "v3";
}

/** The app's push settings for each push service. */
export interface PushNotificationFields {
    /** Apple push settings. */
    apn: APNConfigFields;
    /** Firebase push settings. */
    firebase: FirebaseConfigFields;
    /** Huawei push settings. */
    huawei: HuaweiConfigFields;
    /** Whether only users who are offline get push notifications. */
    offline_only: boolean;
    /** Push provider configurations of the app. */
    providers?: PushProvider[];
    /** Version of the push system. */
    version: string;
    /** Xiaomi push settings. */
    xiaomi: XiaomiConfigFields;
}

/** Whether a user gets push notifications. */
export interface PushNotificationSettingsResponse {
    /** Whether push notifications are off. */
    disabled?: boolean;
    /** When push notifications resume. */
    disabled_until?: Date;
}

/** Push preferences to set for a user, in general or in one channel. */
export interface PushPreferenceInput {
    /** Which calls cause a push: `all`, `none` or `default`. */
    call_level?: "all" | "none" | "default" | undefined;
    /** Full ID of the channel; empty sets the user's preferences in general. */
    channel_cid?: string | undefined;
    /** Which messages cause a push; `mentions` is deprecated. */
    chat_level?: "all" | "mentions" | "direct_mentions" | "all_mentions" | "none" | "default" | undefined;
    /** Preferences by kind of message. */
    chat_preferences?: ChatPreferencesInput | undefined;
    /** When push notifications resume; none are sent before. */
    disabled_until?: Date | undefined;
    /** Which feed events cause a push: `all`, `none` or `default`. */
    feeds_level?: "all" | "none" | "default" | undefined;
    /** Preferences by kind of feed event, such as reactions, comments and follows. */
    feeds_preferences?: FeedsPreferences | undefined;
    /** Clears `disabled_until`, so that push resumes at once. */
    remove_disable?: boolean | undefined;
    /** ID of the user; required on server-side calls. */
    user_id?: string | undefined;
}

/** A user's general push preferences. */
export interface PushPreferencesResponse {
    /** Which calls cause a push. */
    call_level?: string;
    /** Which messages cause a push. */
    chat_level?: string;
    /** Preferences by kind of message. */
    chat_preferences?: ChatPreferencesResponse;
    /** When push notifications resume. */
    disabled_until?: Date;
    /** Which feed events cause a push. */
    feeds_level?: string;
    /** Preferences by kind of feed event. */
    feeds_preferences?: FeedsPreferencesResponse;
}

/** A push provider configuration, with its templates. */
export interface PushProvider {
    /** APNs private key (.p8) for token authentication. */
    apn_auth_key?: string;
    /** How to authenticate with APNs: `certificate` or `token`. */
    apn_auth_type?: string;
    /** Whether to use the APNs development environment. */
    apn_development?: boolean;
    /** Host of the APNs service. */
    apn_host?: string;
    /** ID of the APNs key for token authentication. */
    apn_key_id?: string;
    /** Template of the APNs push. */
    apn_notification_template?: string;
    /** APNs certificate (.p12) for certificate authentication. */
    apn_p12_cert?: string;
    /** Apple developer team ID. */
    apn_team_id?: string;
    /** APNs topic, normally the app's bundle ID. */
    apn_topic?: string;
    /** When it was created. */
    created_at: Date;
    /**
     * Note about the configuration.
     *
     * Maximum length: 128.
     */
    description?: string;
    /** When it was disabled; absent if in use. */
    disabled_at?: Date;
    /**
     * Why it is disabled.
     *
     * Maximum length: 255.
     */
    disabled_reason?: string;
    /** Template of the APNs part of the Firebase push. */
    firebase_apn_template?: string;
    /** Firebase service account credentials, as JSON text. */
    firebase_credentials?: string;
    /** Template of the data part of the Firebase push. */
    firebase_data_template?: string;
    /** Host of the Firebase service. */
    firebase_host?: string;
    /** Template of the notification part of the Firebase push. */
    firebase_notification_template?: string;
    /** Server key of the older Firebase API. */
    firebase_server_key?: string;
    /** Huawei app ID. */
    huawei_app_id?: string;
    /** Huawei app secret. */
    huawei_app_secret?: string;
    /** Host of the Huawei push service. */
    huawei_host?: string;
    /**
     * Name that identifies the configuration.
     *
     * Minimum length: 1. Maximum length: 36.
     */
    name: string;
    /** Templates by event. */
    push_templates?: PushTemplate[];
    /** Push service: `firebase`, `apn`, `huawei` or `xiaomi`. */
    type: string;
    /** When it was last changed. */
    updated_at: Date;
    /** Xiaomi app secret. */
    xiaomi_app_secret?: string;
    /** Package name of the Android app at Xiaomi. */
    xiaomi_package_name?: string;
}

/** A push provider configuration to create or update. */
export interface PushProviderRequest {
    /** APNs private key (.p8) for token authentication. */
    apn_auth_key?: string | undefined;
    /** How to authenticate with APNs: `certificate` or `token`. */
    apn_auth_type?: string | undefined;
    /** Whether to use the APNs development environment. */
    apn_development?: boolean | undefined;
    /** Host of the APNs service. */
    apn_host?: string | undefined;
    /** ID of the APNs key for token authentication. */
    apn_key_id?: string | undefined;
    /** Template of the APNs push. */
    apn_notification_template?: string | undefined;
    /** APNs certificate (.p12) for certificate authentication. */
    apn_p12_cert?: string | undefined;
    /** Apple developer team ID. */
    apn_team_id?: string | undefined;
    /** APNs topic, normally the app's bundle ID. */
    apn_topic?: string | undefined;
    /**
     * Note about the configuration, at most 128 characters.
     *
     * Maximum length: 128.
     */
    description?: string | undefined;
    /** When it was disabled; absent if in use. */
    disabled_at?: Date | undefined;
    /**
     * Why it is disabled, at most 255 characters.
     *
     * Maximum length: 255.
     */
    disabled_reason?: string | undefined;
    /** Template of the APNs part of the Firebase push. */
    firebase_apn_template?: string | undefined;
    /** Firebase service account credentials, as JSON text. */
    firebase_credentials?: string | undefined;
    /** Template of the data part of the Firebase push. */
    firebase_data_template?: string | undefined;
    /** Host of the Firebase service. */
    firebase_host?: string | undefined;
    /** Template of the notification part of the Firebase push. */
    firebase_notification_template?: string | undefined;
    /** Server key of the older Firebase API. */
    firebase_server_key?: string | undefined;
    /** Huawei app ID. */
    huawei_app_id?: string | undefined;
    /** Huawei app secret. */
    huawei_app_secret?: string | undefined;
    /**
     * Unique name of the configuration, 1 to 36 characters.
     *
     * Minimum length: 1. Maximum length: 36.
     */
    name: string;
    /** Push service: `firebase`, `apn`, `huawei` or `xiaomi`. */
    type?: string | undefined;
    /** Xiaomi app secret. */
    xiaomi_app_secret?: string | undefined;
    /** Package name of the Android app at Xiaomi. */
    xiaomi_package_name?: string | undefined;
}

/** A push provider configuration of the app. */
export interface PushProviderResponse {
    /** APNs private key (.p8) for token authentication. */
    apn_auth_key?: string;
    /** How to authenticate with APNs: `certificate` or `token`. */
    apn_auth_type?: string;
    /** Whether to use the APNs development environment. */
    apn_development?: boolean;
    /** Host of the APNs service. */
    apn_host?: string;
    /** ID of the APNs key for token authentication. */
    apn_key_id?: string;
    /** APNs certificate (.p12) for certificate authentication. */
    apn_p12_cert?: string;
    /** Whether the certificate is for the APNs sandbox. */
    apn_sandbox_certificate?: boolean;
    /** Whether the certificate allows remote notifications. */
    apn_supports_remote_notifications?: boolean;
    /** Whether the certificate allows VoIP notifications. */
    apn_supports_voip_notifications?: boolean;
    /** Apple developer team ID. */
    apn_team_id?: string;
    /** APNs topic, normally the app's bundle ID. */
    apn_topic?: string;
    /** When it was created. */
    created_at: Date;
    /** Note about the configuration. */
    description?: string;
    /** When it was disabled; absent if in use. */
    disabled_at?: Date;
    /** Why it is disabled. */
    disabled_reason?: string;
    /** Template of the APNs part of the Firebase push. */
    firebase_apn_template?: string;
    /** Firebase service account credentials, as JSON text. */
    firebase_credentials?: string;
    /** Template of the data part of the Firebase push. */
    firebase_data_template?: string;
    /** Host of the Firebase service. */
    firebase_host?: string;
    /** Template of the notification part of the Firebase push. */
    firebase_notification_template?: string;
    /** Server key of the older Firebase API. */
    firebase_server_key?: string;
    /** Huawei app ID. */
    huawei_app_id?: string;
    /** Huawei app secret. */
    huawei_app_secret?: string;
    /** Name that identifies the configuration. */
    name: string;
    /** Push service: `firebase`, `apn`, `huawei` or `xiaomi`. */
    type: string;
    /** When it was last changed. */
    updated_at: Date;
    /** Xiaomi app secret. */
    xiaomi_app_secret?: string;
    /** Package name of the Android app at Xiaomi. */
    xiaomi_package_name?: string;
}

/** A push template for one event, within a push provider. */
export interface PushTemplate {
    /** When it was created. */
    created_at: Date;
    /** Whether the event causes a push. */
    enable_push: boolean;
    /** Event the template is for. */
    event_type: ("message.new" | "message.updated" | "reaction.new" | "notification.reminder_due" | "feeds.activity.added" | "feeds.comment.added" | "feeds.activity.reaction.added" | "feeds.comment.reaction.added" | "feeds.follow.created" | "feeds.notification_feed.updated") | (string & {});
    /** Content of the template. */
    template?: string;
    /** When it was last changed. */
    updated_at: Date;
}

/** A push template for one event. */
export interface PushTemplateResponse {
    /** When it was created. */
    created_at: Date;
    /** Whether the event causes a push. */
    enable_push: boolean;
    /** Event the template is for. */
    event_type: string;
    /** ID of the provider configuration on the server. */
    push_provider_internal_id: string;
    /** Content of the template. */
    template?: string;
    /** When it was last changed. */
    updated_at: Date;
}

/** Body of `QueryPollVotes`. */
export interface QueryPollVotesRequest {
    /** Conditions the votes must meet, by field. */
    filter?: {
        [key: string]: any;
    } | undefined;
    /**
     * How many votes to return, at most 100.
     *
     * Minimum: 0. Maximum: 100.
     */
    limit?: number | undefined;
    /** Cursor of the next page, from an earlier response. */
    next?: string | undefined;
    /** Cursor of the previous page, from an earlier response. */
    prev?: string | undefined;
    /**
     * Order of the votes, at most 5 entries.
     *
     * Maximum items: 5.
     */
    sort?: readonly SortParamRequest[] | undefined;
}

/** Body of `QueryPolls`. */
export interface QueryPollsRequest {
    /** Conditions the polls must meet, by field. */
    filter?: {
        [key: string]: any;
    } | undefined;
    /**
     * How many polls to return, at most 100.
     *
     * Minimum: 0. Maximum: 100.
     */
    limit?: number | undefined;
    /** Cursor of the next page, from an earlier response. */
    next?: string | undefined;
    /** Cursor of the previous page, from an earlier response. */
    prev?: string | undefined;
    /**
     * Order of the polls, at most 5 entries.
     *
     * Maximum items: 5.
     */
    sort?: readonly SortParamRequest[] | undefined;
}

/** Response of `QueryPolls`. */
export interface QueryPollsResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Cursor of the next page; absent on the last page. */
    next?: string;
    /** Polls on this page. */
    polls: PollResponseData[];
    /** Cursor of the previous page; absent on the first page. */
    prev?: string;
}

/** Search of `QueryUsers`, sent as JSON in the `payload` query parameter. */
export interface QueryUsersPayload {
    /** Conditions the users must meet: operator and value by field, as in `{ "role": { "$eq": "admin" } }`. The fields, and the operators each of them takes, are listed under `x-stream-filter-fields`. */
    filter_conditions: QueryUsersPayloadFilterConditions;
    /** Whether deactivated users are found too. */
    include_deactivated_users?: boolean | undefined;
    /**
     * How many users to return, at most 100.
     *
     * Minimum: 0. Maximum: 100.
     */
    limit?: number | undefined;
    /**
     * How many users to skip, at most 1000.
     *
     * Minimum: 0. Maximum: 1000.
     */
    offset?: number | undefined;
    /** Whether to subscribe to the users' presence. */
    presence?: boolean | undefined;
    /**
     * Order of the users, at most 5 entries.
     *
     * Maximum items: 5.
     */
    sort?: readonly SortParamRequest[] | undefined;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Response of `QueryUsers`. */
export interface QueryUsersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Users that meet the conditions. */
    users: FullUserResponse[];
}

/** An RTMP target. */
export interface RTMPLocation {
    /** Name that identifies the target. */
    name: string;
    /** Stream key of the target. */
    stream_key: string;
    /** URL of the target. */
    stream_url: string;
}

/** RTMP broadcast settings of a call type. */
export interface RTMPSettings {
    /** Whether RTMP can be used. */
    enabled: boolean;
    /** How the picture is arranged. */
    layout?: LayoutSettings;
    /** Where the stream is sent. */
    location?: RTMPLocation;
    /** Quality of the stream. */
    quality_name?: string;
}

/** Raw recording settings of a call type. */
export interface RawRecordSettings {
    /** Whether only audio is recorded. */
    audio_only?: boolean;
    /** Raw recording: `available` on demand, `disabled`, or started by itself (`auto-on`). */
    mode: ("available" | "disabled" | "auto-on") | (string & {});
}

/** Summary of a message's reactions of one type. */
export interface ReactionGroupResponse {
    /** How many reactions there are. */
    count: number;
    /** When the first reaction was made. */
    first_reaction_at: Date;
    /** When the latest reaction was made. */
    last_reaction_at: Date;
    /** Who reacted last. */
    latest_reactions_by: ReactionGroupUserResponse[];
    /** Sum of the reactions' scores. */
    sum_scores: number;
}

/** A user who reacted to a message. */
export interface ReactionGroupUserResponse {
    /** When the reaction was made. */
    created_at: Date;
    /** The user who reacted. */
    user?: UserResponse;
    /** ID of the user who reacted. */
    user_id: string;
}

/** A reaction to a message. */
export interface ReactionResponse {
    /** When it was created. */
    created_at: Date;
    /** Custom data of the reaction. */
    custom: {
        [key: string]: unknown;
    };
    /** ID of the message reacted to. */
    message_id: string;
    /** Weight of the reaction. */
    score: number;
    /** Kind of reaction, such as `like`. */
    type: string;
    /** When it was last changed. */
    updated_at: Date;
    /** The user who reacted. */
    user: UserResponse;
    /** ID of the user who reacted. */
    user_id: string;
}

/** Body of `ReactivateUser`. */
export interface ReactivateUserRequest {
    /** ID of the user on whose behalf this is done. */
    created_by_id?: string | undefined;
    /** New name for the user; absent keeps the old one. */
    name?: string | undefined;
    /** Whether messages deleted with the user come back. */
    restore_messages?: boolean | undefined;
}

/** Response of `ReactivateUser`. */
export interface ReactivateUserResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The user who was deactivated, after reactivation. */
    user?: UserResponse;
}

/** Body of `ReactivateUsers`. */
export interface ReactivateUsersRequest {
    /** ID of the user on whose behalf this is done. */
    created_by_id?: string | undefined;
    /** Whether channels deleted with the users come back. */
    restore_channels?: boolean | undefined;
    /** Whether messages deleted with the users come back. */
    restore_messages?: boolean | undefined;
    /**
     * IDs of the users to be reactivated (1 to 100).
     *
     * Minimum items: 1. Maximum items: 100.
     */
    user_ids: readonly string[];
}

/** Response of `ReactivateUsers`, which runs as a task. */
export interface ReactivateUsersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** ID to follow with `GetTask`. */
    task_id: string;
}

/** Privacy setting for read receipts. */
export interface ReadReceiptsResponse {
    /** Whether others see what this user has read. */
    enabled?: boolean;
}

/** Recording settings of a call type. */
export interface RecordSettings {
    /** Whether only audio is recorded. */
    audio_only?: boolean;
    /** How the picture is arranged. */
    layout?: LayoutSettings;
    /** Recording: `available` on demand, `disabled`, or started by itself (`auto-on`). */
    mode: string;
    /** Quality of the recording. */
    quality?: string;
}

/** A user's reminder for a message. */
export interface ReminderResponseData {
    /** Channel of the message. */
    channel?: ChannelResponse;
    /** Full ID of the channel, `type:id`. */
    channel_cid: string;
    /** When it was created. */
    created_at: Date;
    /** Message to be reminded of. */
    message?: MessageResponse;
    /** ID of the message to be reminded of. */
    message_id: string;
    /** When the user is reminded; absent means a bookmark without a time. */
    remind_at?: Date;
    /** When it was last changed. */
    updated_at: Date;
    /** User who is reminded. */
    user?: UserResponse;
    /** ID of the user who is reminded. */
    user_id: string;
}

/** Body of `RemoveUserGroupMembers`. */
export interface RemoveUserGroupMembersRequest {
    /**
     * IDs of the users to remove from the group (1 to 100).
     *
     * Minimum items: 1. Maximum items: 100.
     */
    member_ids: readonly string[];
    /**
     * Team the group belongs to.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Response of `RemoveUserGroupMembers`. */
export interface RemoveUserGroupMembersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The group without the removed members. */
    user_group?: UserGroupResponse;
}

/** Response of the operations that return no data. */
export interface Response {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Body of `RestoreUsers`. */
export interface RestoreUsersRequest {
    /**
     * IDs of the deleted users to restore (1 to 100).
     *
     * Minimum items: 1. Maximum items: 100.
     */
    user_ids: readonly string[];
}

/** Ringing timeouts of a call type. */
export interface RingSettings {
    /** How long the caller rings before the call is cancelled, in milliseconds. */
    auto_cancel_timeout_ms: number;
    /** How long an incoming call rings, in milliseconds. */
    incoming_call_timeout_ms: number;
    /** How long until the call counts as missed, in milliseconds. */
    missed_call_timeout_ms: number;
}

/** A role that users or members can have. */
export interface Role {
    /** When it was created. */
    created_at: Date;
    /** True for a role of your own, false for a built-in one. */
    custom: boolean;
    /** Name that identifies the role. */
    name: string;
    /** Where the role has permissions: `.app` for the app, otherwise a channel type. */
    scopes: string[];
    /** When it was last changed. */
    updated_at: Date;
}

/** Amazon S3 login for an external storage. */
export interface S3Request {
    /** AWS access key, one of two ways to sign in. */
    s3_api_key?: string | undefined;
    /** Address of an S3-compatible service, instead of Amazon's own; needs the key and secret too. */
    s3_custom_endpoint_url?: string | undefined;
    /** AWS region of the storage bucket, such as `us-east-1`. */
    s3_region: string;
    /** AWS secret key that goes with `s3_api_key`. */
    s3_secret?: string | undefined;
}

/** Screen sharing settings of a call type. */
export interface ScreensharingSettings {
    /** Whether users may ask for permission to use it. */
    access_request_enabled: boolean;
    /** Whether screens can be shared. */
    enabled: boolean;
    /** Resolution and bitrate to aim for. */
    target_resolution?: TargetResolution;
}

/** Response of `SearchUserGroups`. */
export interface SearchUserGroupsResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Groups that match the query. */
    user_groups: UserGroupResponse[];
}

/** Session settings of a call type. */
export interface SessionSettings {
    /**
     * How long a session may be inactive before it ends, in seconds (5 to 900).
     *
     * Minimum: 5. Maximum: 900.
     */
    inactivity_timeout_seconds: number;
}

/** Response of `UpdateLiveLocation`: the location after the update. */
export interface SharedLocationResponse {
    /** Channel of the message. */
    channel?: ChannelResponse;
    /** Full ID of the channel, `type:id`. */
    channel_cid: string;
    /** When it was created. */
    created_at: Date;
    /** ID of the device that shares the location. */
    created_by_device_id: string;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** When live sharing ends; absent for a fixed location. */
    end_at?: Date;
    /** Latitude in degrees (-90 to 90). */
    latitude: number;
    /** Longitude in degrees (-180 to 180). */
    longitude: number;
    /** Message in which the location is shared. */
    message?: MessageResponse;
    /** ID of the message in which the location is shared. */
    message_id: string;
    /** When it was last changed. */
    updated_at: Date;
    /** ID of the user who shares the location. */
    user_id: string;
}

/** A location shared in a message, fixed or live. */
export interface SharedLocationResponseData {
    /** Channel of the message. */
    channel?: ChannelResponse;
    /** Full ID of the channel, `type:id`. */
    channel_cid: string;
    /** When it was created. */
    created_at: Date;
    /** ID of the device that shares the location. */
    created_by_device_id: string;
    /** When live sharing ends; absent for a fixed location. */
    end_at?: Date;
    /** Latitude in degrees (-90 to 90). */
    latitude: number;
    /** Longitude in degrees (-180 to 180). */
    longitude: number;
    /** Message in which the location is shared. */
    message?: MessageResponse;
    /** ID of the message in which the location is shared. */
    message_id: string;
    /** When it was last changed. */
    updated_at: Date;
    /** ID of the user who shares the location. */
    user_id: string;
}

/** Response of `GetUserLiveLocations`. */
export interface SharedLocationsResponse {
    /** Live locations the user is sharing now. */
    active_live_locations: SharedLocationResponseData[];
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** One entry of a sort order. */
export interface SortParamRequest {
    /** Sort order: 1 ascending, -1 descending; 1 by default. */
    direction?: number | undefined;
    /** Field by which to sort. */
    field?: string | undefined;
    /** Type of the field's values; empty or absent means string. */
    type?: string | undefined;
}

/** How speech is cut into captions. */
export interface SpeechSegmentConfig {
    /** Longest speech in one caption, in milliseconds. */
    max_speech_caption_ms?: number;
    /** Silence that ends a caption, in milliseconds. */
    silence_duration_ms?: number;
}

/** Video resolution and bitrate to aim for. */
export interface TargetResolution {
    /**
     * Video bitrate, in bits per second, at most 6000000.
     *
     * Maximum: 6000000.
     */
    bitrate: number;
    /**
     * Height in pixels (240 to 3840).
     *
     * Minimum: 240. Maximum: 3840.
     */
    height: number;
    /**
     * Width in pixels (240 to 3840).
     *
     * Minimum: 240. Maximum: 3840.
     */
    width: number;
}

/** Scores from which AI moderation acts, by kind of content. */
export interface Thresholds {
    /** Thresholds for explicit content. */
    explicit?: LabelThresholds;
    /** Thresholds for spam. */
    spam?: LabelThresholds;
    /** Thresholds for toxic content. */
    toxic?: LabelThresholds;
}

/** Thumbnail settings of a call type. */
export interface ThumbnailsSettings {
    /** Whether thumbnails of the call are made. */
    enabled: boolean;
}

/** A moment in time. */
export type Time = Record<string, unknown>;

/** Transcription and caption settings of a call type. */
export interface TranscriptionSettings {
    /** Closed captions: `available` on demand, `disabled`, or started by themselves (`auto-on`). */
    closed_caption_mode: ("available" | "disabled" | "auto-on") | (string & {});
    /** Language spoken in the call; `auto` detects it. */
    language: ("auto" | "en" | "fr" | "es" | "de" | "it" | "nl" | "pt" | "pl" | "ca" | "cs" | "da" | "el" | "fi" | "id" | "ja" | "ru" | "sv" | "ta" | "th" | "tr" | "hu" | "ro" | "zh" | "ar" | "tl" | "he" | "hi" | "hr" | "ko" | "ms" | "no" | "uk" | "bg" | "et" | "sl" | "sk") | (string & {});
    /** Transcription: `available` on demand, `disabled`, or started by itself (`auto-on`). */
    mode: ("available" | "disabled" | "auto-on") | (string & {});
    /** How speech is cut into captions. */
    speech_segment_config?: SpeechSegmentConfig;
    /** Caption translation settings. */
    translation?: TranslationSettings;
}

/** Caption translation settings of a call type. */
export interface TranslationSettings {
    /** Whether captions are translated. */
    enabled: boolean;
    /** Languages to translate into. */
    languages: (("en" | "fr" | "es" | "de" | "it" | "nl" | "pt" | "pl" | "ca" | "cs" | "da" | "el" | "fi" | "id" | "ja" | "ru" | "sv" | "ta" | "th" | "tr" | "hu" | "ro" | "zh" | "ar" | "tl" | "he" | "hi" | "hr" | "ko" | "ms" | "no" | "uk") | (string & {}))[];
}

/** Privacy setting for typing indicators. */
export interface TypingIndicatorsResponse {
    /** Whether others see when this user is typing. */
    enabled?: boolean;
}

/** Body of `UnblockUsers`. */
export interface UnblockUsersRequest {
    /** ID of the user to be unblocked. */
    blocked_user_id: string;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Response of `UnblockUsers`. */
export interface UnblockUsersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Body of `UpdateApp`; settings left out stay as they are. */
export interface UpdateAppRequest {
    activity_metrics_config?: {
        [key: string]: number;
    } | undefined;
    /** Reasons a user may give when flagging. */
    allowed_flag_reasons?: readonly string[] | undefined;
    /** Apple push settings. */
    apn_config?: APNConfig | undefined;
    /** Asynchronous moderation by your own server. */
    async_moderation_config?: AsyncModerationConfiguration | undefined;
    /** Whether link previews are added after the message is sent. */
    async_url_enrich_enabled?: boolean | undefined;
    /** Whether messages are translated automatically. */
    auto_translation_enabled?: boolean | undefined;
    /** URL called before each message is sent. */
    before_message_send_hook_url?: string | undefined;
    /**
     * How long links to uploads stay valid, in seconds (14400 to 1209600).
     *
     * Minimum: 14400. Maximum: 1209600.
     */
    cdn_expiration_seconds?: number | undefined;
    /** Whether only members may hide a channel. */
    channel_hide_members_only?: boolean | undefined;
    /** URL called for message actions and custom commands. */
    custom_action_handler_url?: string | undefined;
    /** Datadog integration. */
    datadog_info?: DataDogInfo | undefined;
    /** Whether tokens are accepted unchecked; for development only. */
    disable_auth_checks?: boolean | undefined;
    /** Whether permissions are not checked; for development only. */
    disable_permissions_checks?: boolean | undefined;
    /** Where user names must be unique: nowhere (`no`), in the `app` or in each `team`. */
    enforce_unique_usernames?: "no" | "app" | "team" | undefined;
    /** Targets to which events are delivered. */
    event_hooks?: readonly EventHookInput[] | undefined;
    /** Whether activity feeds are moderated. */
    feeds_moderation_enabled?: boolean | undefined;
    /** Region of the app's activity feeds (v2). */
    feeds_v2_region?: string | undefined;
    /** What files may be uploaded. */
    file_upload_config?: FileUploadConfig | undefined;
    /** Firebase push settings. */
    firebase_config?: FirebaseConfig | undefined;
    /** Permissions granted to each role, by role name. */
    grants?: {
        [key: string]: readonly string[];
    } | undefined;
    /** Whether guests cannot be created. */
    guest_user_creation_disabled?: boolean | undefined;
    /** Huawei push settings. */
    huawei_config?: HuaweiConfig | undefined;
    /** Labels for which images are blocked. */
    image_moderation_block_labels?: readonly string[] | undefined;
    /** Whether uploaded images are moderated. */
    image_moderation_enabled?: boolean | undefined;
    /** Labels for which images are flagged. */
    image_moderation_labels?: readonly string[] | undefined;
    /** What images may be uploaded. */
    image_upload_config?: FileUploadConfig | undefined;
    max_aggregated_activities_length?: number | undefined;
    /** Whether to migrate the app to the v2 permission system. */
    migrate_permissions_to_v2?: boolean | undefined;
    /** Whether moderation analytics are on. */
    moderation_analytics_enabled?: boolean | undefined;
    /** Settings of the moderation dashboard. */
    moderation_dashboard_preferences?: ModerationDashboardPreferences | undefined;
    /** Whether moderation is on. */
    moderation_enabled?: boolean | undefined;
    /** ARN of the AWS role that lets moderation read images from S3. */
    moderation_s3_image_access_role_arn?: string | undefined;
    /** URL to which moderation events are sent. */
    moderation_webhook_url?: string | undefined;
    /** Whether users and channels are separated by team. */
    multi_tenant_enabled?: boolean | undefined;
    /** Permission system in use: `v1` or `v2`. */
    permission_version?: "v1" | "v2" | undefined;
    /** Push settings for the whole app. */
    push_config?: PushConfig | undefined;
    /**
     * Time between reminders, in seconds (60 to 86400).
     *
     * Minimum: 60. Maximum: 86400.
     */
    reminders_interval?: number | undefined;
    /**
     * Most members a channel may have for reminders to be sent, at least 2.
     *
     * Minimum: 2.
     */
    reminders_max_members?: number | undefined;
    /** When valid tokens begin; user tokens issued earlier are rejected. */
    revoke_tokens_issued_before?: Date | undefined;
    /** AWS access key for SNS. */
    sns_key?: string | undefined;
    /** AWS secret key for SNS. */
    sns_secret?: string | undefined;
    /** ARN of the SNS topic that receives events. */
    sns_topic_arn?: string | undefined;
    /** AWS access key for SQS. */
    sqs_key?: string | undefined;
    /** AWS secret key for SQS. */
    sqs_secret?: string | undefined;
    /** URL of the SQS queue that receives events. */
    sqs_url?: string | undefined;
    /** Whether each user's average response time is measured. */
    user_response_time_enabled?: boolean | undefined;
    /**
     * Roles that may not search users, at most 10.
     *
     * Maximum items: 10.
     */
    user_search_disallowed_roles?: readonly string[] | undefined;
    /** Event types sent to the webhook. */
    webhook_events?: readonly string[] | undefined;
    /** URL of the webhook that receives events. */
    webhook_url?: string | undefined;
    /** Xiaomi push settings. */
    xiaomi_config?: XiaomiConfig | undefined;
}

/** Body of `UpdateBlockList`. */
export interface UpdateBlockListRequest {
    /** Whether leetspeak spellings of the words match too. */
    is_leet_check_enabled?: boolean | undefined;
    /** Whether plurals of the words match too. */
    is_plural_check_enabled?: boolean | undefined;
    /** Team the block list belongs to. */
    team?: string | undefined;
    /** Entries to match, such as words or patterns. */
    words?: readonly string[] | undefined;
}

/** Response of `UpdateBlockList`. */
export interface UpdateBlockListResponse {
    /** The block list after the update. */
    blocklist?: BlockListResponse;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Body of `UpdateExternalStorage`. */
export interface UpdateExternalStorageRequest {
    /** Amazon S3 login; needed only for S3. */
    aws_s3?: S3Request | undefined;
    /** Azure Blob Storage login; needed only for Azure. */
    azure_blob?: AzureRequest | undefined;
    /** Bucket or container at the storage service. */
    bucket: string;
    /** Google Cloud Storage service account credentials. */
    gcs_credentials?: string | undefined;
    /** Prefix put before the path of every stored file. */
    path?: string | undefined;
    /** Storage service: Amazon S3 (`s3`), Google Cloud (`gcs`) or Azure (`abs`). */
    storage_type: "s3" | "gcs" | "abs";
}

/** Response of `UpdateExternalStorage`: the storage after the update. */
export interface UpdateExternalStorageResponse {
    /** Bucket or container at the storage service. */
    bucket: string;
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Name that identifies the storage. */
    name: string;
    /** Prefix put before the path of every stored file. */
    path: string;
    /** Storage service: Amazon S3 (`s3`), Google Cloud (`gcs`) or Azure (`abs`). */
    type: ("s3" | "gcs" | "abs") | (string & {});
}

/** Body of `UpdateLiveLocation`. */
export interface UpdateLiveLocationRequest {
    /** When live sharing ends. */
    end_at?: Date | undefined;
    /**
     * Latitude in degrees (-90 to 90).
     *
     * Minimum: -90. Maximum: 90.
     */
    latitude?: number | undefined;
    /**
     * Longitude in degrees (-180 to 180).
     *
     * Minimum: -180. Maximum: 180.
     */
    longitude?: number | undefined;
    /** ID of the live location, that is, of the message that shares it. */
    message_id: string;
}

/** Body of `UpdatePollOption`. */
export interface UpdatePollOptionRequest {
    /** Custom data of the option. */
    custom?: {
        [key: string]: any;
    } | undefined;
    /**
     * ID of the option, at most 255 characters.
     *
     * Maximum length: 255.
     */
    id: string;
    /** Text voters see for the option. */
    text: string;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Body of `UpdatePollPartial`: only the fields to change. */
export interface UpdatePollPartialRequest {
    /** New values, by field. */
    set?: {
        [key: string]: any;
    } | undefined;
    /** Fields to remove. */
    unset?: readonly string[] | undefined;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
}

/** Body of `UpdatePoll`: the whole poll. */
export interface UpdatePollRequest {
    /** Whether users may give answers in their own words. */
    allow_answers?: boolean | undefined;
    /** Whether users may add options. */
    allow_user_suggested_options?: boolean | undefined;
    /** Custom data of the poll. */
    custom?: {
        [key: string]: any;
    } | undefined;
    /** Further explanation of the poll. */
    description?: string | undefined;
    /** Whether each user has one vote only. */
    enforce_unique_vote?: boolean | undefined;
    /**
     * ID of the poll, at most 255 characters.
     *
     * Maximum length: 255.
     */
    id: string;
    /** Whether voting is closed. */
    is_closed?: boolean | undefined;
    /**
     * How many votes each user may cast, at most 10.
     *
     * Maximum: 10.
     */
    max_votes_allowed?: number | undefined;
    /** Question or title of the poll. */
    name: string;
    /**
     * Choices of the poll, at most 100.
     *
     * Maximum items: 100.
     */
    options?: readonly PollOptionRequest[] | undefined;
    /** Server-side only. The user to act for, instead of `user_id`. */
    user?: UserRequest | undefined;
    /** Server-side only. ID of the user to act for. */
    user_id?: string | undefined;
    /** Whether voters are shown (`public`) or hidden (`anonymous`). */
    voting_visibility?: "anonymous" | "public" | undefined;
}

/** Body of `UpdateUserGroup`. */
export interface UpdateUserGroupRequest {
    /**
     * What the group is for from now on, at most 1024 characters.
     *
     * Maximum length: 1024.
     */
    description?: string | undefined;
    /**
     * New display name of the group, 1 to 255 characters.
     *
     * Minimum length: 1. Maximum length: 255.
     */
    name?: string | undefined;
    /**
     * Team the group belongs to.
     *
     * Maximum length: 255.
     */
    team_id?: string | undefined;
}

/** Response of `UpdateUserGroup`. */
export interface UpdateUserGroupResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The group after the update. */
    user_group?: UserGroupResponse;
}

/** Changes to one user's fields. */
export interface UpdateUserPartialRequest {
    /** ID of the user to change. */
    id: string;
    /** New values, by field. */
    set?: {
        [key: string]: any;
    } | undefined;
    /** Fields to remove. */
    unset?: readonly string[] | undefined;
}

/** Body of `UpdateUsersPartial`. */
export interface UpdateUsersPartialRequest {
    /** Changes, one entry for each user. */
    users: readonly UpdateUserPartialRequest[];
}

/** Body of `UpdateUsers`: users to create or replace. */
export interface UpdateUsersRequest {
    /** Users to create or replace, by user ID. */
    users: {
        [key: string]: UserRequest;
    };
}

/** Response of `UpdateUsers` and `UpdateUsersPartial`. */
export interface UpdateUsersResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** ID of the task that removes memberships after a change of teams. */
    membership_deletion_task_id: string;
    /** Users after the update, by user ID. */
    users: {
        [key: string]: FullUserResponse;
    };
}

/** Amazon S3 bucket that imports are to read from. */
export interface UpsertExternalStorageAWSS3Request {
    /** Bucket that contains the data. */
    bucket: string;
    /** Prefix of the data's paths in the bucket. */
    path_prefix?: string | undefined;
    /** AWS region of the bucket. */
    region: string;
    /** ARN of the AWS role used to read the bucket. */
    role_arn: string;
}

/** Body of `UpsertImporterExternalStorage`. */
export interface UpsertExternalStorageRequest {
    /** Amazon S3 settings of the storage. */
    aws_s3?: UpsertExternalStorageAWSS3Request | undefined;
    /** Kind of storage; only `aws_s3` exists. */
    type: "aws_s3";
}

/** Response of `UpsertImporterExternalStorage`. */
export interface UpsertExternalStorageResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Body of `UpdatePushNotificationPreferences`. */
export interface UpsertPushPreferencesRequest {
    /** Preferences to set, each for a user or one of the user's channels. */
    preferences: readonly PushPreferenceInput[];
}

/** Response of `UpdatePushNotificationPreferences`. */
export interface UpsertPushPreferencesResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Preferences of the channels you changed, by user ID and channel. */
    user_channel_preferences: {
        [key: string]: {
            [key: string]: ChannelPushPreferencesResponse;
        };
    };
    /** General preferences by user ID, also when they did not change. */
    user_preferences: {
        [key: string]: PushPreferencesResponse;
    };
}

/** Body of `UpsertPushProvider`. */
export interface UpsertPushProviderRequest {
    /** Configuration to create, or to update if its name exists. */
    push_provider?: PushProviderRequest | undefined;
}

/** Response of `UpsertPushProvider`. */
export interface UpsertPushProviderResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** Configuration after the call. */
    push_provider: PushProviderResponse;
}

/** Body of `UpsertPushTemplate`. */
export interface UpsertPushTemplateRequest {
    /** Whether the event causes a push. */
    enable_push?: boolean | undefined;
    /** Event the template is for. */
    event_type: "message.new" | "message.updated" | "reaction.new" | "notification.reminder_due" | "feeds.activity.added" | "feeds.comment.added" | "feeds.activity.reaction.added" | "feeds.comment.reaction.added" | "feeds.follow.created" | "feeds.notification_feed.updated";
    /** Which push provider configuration to use. */
    push_provider_name?: string | undefined;
    /** Push service: `firebase`, `apn`, `huawei` or `xiaomi`. */
    push_provider_type: "firebase" | "apn" | "huawei" | "xiaomi";
    /** Content of the template. */
    template?: string | undefined;
}

/** Response of `UpsertPushTemplate`. */
export interface UpsertPushTemplateResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
    /** The template after the call. */
    template?: PushTemplateResponse;
}

/** A user given by ID, with free-form data. */
export interface User {
    /** Custom data of the user. */
    data?: {
        [key: string]: unknown;
    };
    /** ID of the user. */
    id: string;
}

/** A user's membership in a user group. */
export interface UserGroupMember {
    /** Numeric ID of the app. */
    app_pk: number;
    /** When the user became a member. */
    created_at: Date;
    /** ID of the group. */
    group_id: string;
    /** Whether the member is an admin of the group. */
    is_admin: boolean;
    /** ID of the member. */
    user_id: string;
}

/** A group of users that can be mentioned together. */
export interface UserGroupResponse {
    /** When it was created. */
    created_at: Date;
    /** ID of the user who created the group. */
    created_by?: string;
    /** What the group is for. */
    description?: string;
    /** ID of the group. */
    id: string;
    /** Members of the group. */
    members?: UserGroupMember[];
    /** Display name of the group. */
    name: string;
    /** Team to which the group is limited. */
    team_id?: string;
    /** When it was last changed. */
    updated_at: Date;
}

/** A user muted by another user. */
export interface UserMuteResponse {
    /** When the mute was made. */
    created_at: Date;
    /** When the mute ends; absent means no end. */
    expires?: Date;
    /** The user who is muted. */
    target?: UserResponse;
    /** When it was last changed. */
    updated_at: Date;
    /** The user who made the mute. */
    user?: UserResponse;
}

/** A user to create, replace or act for. */
export interface UserRequest {
    /** Custom data of the user. */
    custom?: {
        [key: string]: any;
    } | undefined;
    /** ID that identifies the user. */
    id: string;
    /** Address of the user's picture. */
    image?: string | undefined;
    /** Whether the user appears offline to others. */
    invisible?: boolean | undefined;
    /** Language the user prefers, as a code such as `en`. */
    language?: string | undefined;
    /** Display name of the user; optional. */
    name?: string | undefined;
    /** What the user lets others see. */
    privacy_settings?: PrivacySettingsResponse | undefined;
    /** Role of the user in the app. */
    role?: string | undefined;
    /** Teams of which the user is a member. */
    teams?: readonly string[] | undefined;
    /** Role of the user in each team, by team. */
    teams_role?: {
        [key: string]: string;
    } | undefined;
}

/** A user. */
export interface UserResponse {
    /** Average time the user takes to answer messages. */
    avg_response_time?: number;
    /** When the ban ends; absent means no end. */
    ban_expires?: Date;
    /** Whether the user is banned from the app. */
    banned: boolean;
    /** IDs of users whom this user blocked. */
    blocked_user_ids: string[];
    /** Whether the user's messages skip moderation. */
    bypass_moderation?: boolean;
    /** When it was created. */
    created_at: Date;
    /** Custom data of the user. */
    custom: {
        [key: string]: unknown;
    };
    /** When the user was deactivated; absent if active. */
    deactivated_at?: Date;
    /** When it was deleted; absent if not deleted. */
    deleted_at?: Date;
    /** Devices on which the user gets push notifications. */
    devices?: DeviceResponse[];
    /** ID that identifies the user. */
    id: string;
    /** Address of the user's picture. */
    image?: string;
    /** Whether the user appears offline to others. */
    invisible: boolean;
    /** Language the user prefers, as a code such as `en`. */
    language: string;
    /** When the user was last active. */
    last_active?: Date;
    /** Display name of the user; optional. */
    name?: string;
    /** Whether the user is connected now. */
    online: boolean;
    /** What the user lets others see. */
    privacy_settings?: PrivacySettingsResponse;
    /** How push is set up for the user. */
    push_notifications?: PushNotificationSettingsResponse;
    /** When valid tokens begin; the user's tokens issued earlier are rejected. */
    revoke_tokens_issued_before?: Date;
    /** Role of the user in the app, which decides what the user may do. */
    role: string;
    /** Whether an app-wide shadow ban hides what the user sends from others. */
    shadow_banned: boolean;
    /** Teams of which the user is a member. */
    teams: string[];
    /** Role of the user in each team, by team. */
    teams_role?: {
        [key: string]: string;
    };
    /** When it was last changed. */
    updated_at: Date;
}

/** Response of `ValidateImporterExternalStorage`. */
export interface ValidateExternalStorageResponse {
    /** How long the server took, as text such as `4.21ms`. */
    duration: string;
}

/** Settings of the filter against messages sent too fast. */
export interface VelocityFilterConfig {
    advanced_filters?: boolean;
    /** Whether the check runs in the background instead of holding up the request. */
    async?: boolean;
    /** Whether repeated violations lead to a further action. */
    cascading_actions?: boolean;
    cids_per_user?: number;
    /** Whether this check is on. */
    enabled?: boolean;
    /** Whether only a user's first message is checked. */
    first_message_only?: boolean;
    /** Limits and what to do when they are passed. */
    rules?: VelocityFilterConfigRule[];
}

/** A limit on how fast messages may be sent. */
export interface VelocityFilterConfigRule {
    /** What happens when the limit is passed. */
    action: "flag" | "shadow" | "remove" | "ban";
    /** How long a ban lasts. */
    ban_duration?: number;
    /** What happens after repeated violations. */
    cascading_action?: "flag" | "shadow" | "remove" | "ban";
    /** Number of violations that leads to the cascading action. */
    cascading_threshold?: number;
    check_message_context?: boolean;
    /** Messages in the short window that count as spam. */
    fast_spam_threshold?: number;
    /** Length of the short window. */
    fast_spam_ttl?: number;
    /** Whether a ban also covers the user's IP address. */
    ip_ban?: boolean;
    /** How long a user counts as new. */
    probation_period?: number;
    /** Whether bans are shadow bans. */
    shadow_ban?: boolean;
    /** How long a ban for slow spam lasts. */
    slow_spam_ban_duration?: number;
    /** Messages in the long window that count as spam. */
    slow_spam_threshold?: number;
    /** Length of the long window. */
    slow_spam_ttl?: number;
    /** Whether only messages with links count. */
    url_only?: boolean;
}

/** Moderation of video calls. */
export interface VideoCallRuleConfig {
    /** Whether every label found is flagged. */
    flag_all_labels?: boolean;
    /** Labels that are flagged. */
    flagged_labels?: string[];
    /** What to do for each kind of harm. */
    rules?: HarmConfig[];
}

/** Video settings of a call type. */
export interface VideoSettings {
    /** Whether users may ask for permission to use it. */
    access_request_enabled: boolean;
    /** Whether the camera starts on. */
    camera_default_on: boolean;
    /** Camera used at the start: `front`, `back` or `external`. */
    camera_facing: ("front" | "back" | "external") | (string & {});
    /** Whether video can be used. */
    enabled: boolean;
    /** Resolution and bitrate to aim for. */
    target_resolution: TargetResolution;
}

/** Xiaomi push settings sent with an app update. */
export interface XiaomiConfig {
    /** Whether to turn push through Xiaomi off. */
    Disabled?: boolean | undefined;
    /** Package name of the Android app at Xiaomi. */
    package_name?: string | undefined;
    /** Xiaomi app secret. */
    secret?: string | undefined;
}

/** The app's Xiaomi push settings. */
export interface XiaomiConfigFields {
    /** Whether push through Xiaomi is on. */
    enabled: boolean;
    /** Package name of the Android app at Xiaomi. */
    package_name?: string;
    /** Xiaomi app secret. */
    secret?: string;
}

/** Where asynchronous moderation requests a decision from your server. */
export interface AsyncModerationCallbackConfigInput {
    /** How your server is called: not at all, by REST or by Twirp. */
    mode?: "CALLBACK_MODE_NONE" | "CALLBACK_MODE_REST" | "CALLBACK_MODE_TWIRP" | undefined;
    /** URL of your server. */
    server_url?: string | undefined;
}

/** A target to which events are delivered: a webhook, an SQS queue or an SNS topic. */
export interface EventHookInput {
    /** How your server is called for pending messages. */
    callback?: AsyncModerationCallbackConfigInput | undefined;
    /** When it was created. */
    created_at?: Date | undefined;
    /** Whether the hook receives events. */
    enabled?: boolean | undefined;
    /** Event types to deliver. */
    event_types?: readonly string[] | undefined;
    /** Kind of target, such as `webhook`, `sqs` or `sns`. */
    hook_type?: string | undefined;
    /** ID of the hook. */
    id?: string | undefined;
    /** Product whose events are delivered. */
    product?: string | undefined;
    /** Whether custom events are delivered too. */
    should_send_custom_events?: boolean | undefined;
    /** How to sign in to SNS: with keys or with a role. */
    sns_auth_type?: string | undefined;
    /** Whether the SNS message group ID is derived from the event. */
    sns_event_based_message_group_id_enabled?: boolean | undefined;
    /** AWS access key for SNS. */
    sns_key?: string | undefined;
    /** AWS region of the SNS topic. */
    sns_region?: string | undefined;
    /** ARN of the AWS role used for SNS. */
    sns_role_arn?: string | undefined;
    /** AWS secret key for SNS. */
    sns_secret?: string | undefined;
    /** ARN of the SNS topic that receives events. */
    sns_topic_arn?: string | undefined;
    /** How to sign in to SQS: with keys or with a role. */
    sqs_auth_type?: string | undefined;
    /** AWS access key for SQS. */
    sqs_key?: string | undefined;
    /** URL of the SQS queue that receives events. */
    sqs_queue_url?: string | undefined;
    /** AWS region of the SQS queue. */
    sqs_region?: string | undefined;
    /** ARN of the AWS role used for SQS. */
    sqs_role_arn?: string | undefined;
    /** AWS secret key for SQS. */
    sqs_secret?: string | undefined;
    /** How long to wait for a response, in milliseconds. */
    timeout_ms?: number | undefined;
    /** When it was last changed. */
    updated_at?: Date | undefined;
    /** URL of the webhook that receives events. */
    webhook_url?: string | undefined;
}

/** The operand of each operator of a filter for a field of type `Value`. */
export interface FilterOperands<Value> {
  $_none: unknown;
  $autocomplete: string;
  $contains: Value;
  $eq: Value;
  $exists: boolean;
  $gt: Value;
  $gte: Value;
  $in: readonly Value[];
  $lt: Value;
  $lte: Value;
  $ne: Value;
  $nin: readonly Value[];
}

/** Conditions for a field of type `Value`, with only these `Operators`. */
export type FilterOperators<Value, Operators extends keyof FilterOperands<Value>> = {
  [Operator in Operators]?: FilterOperands<Value>[Operator];
};

/** Conditions for a field that is not in the spec: a value, or any operators. */
export type CustomFilter =
  | string
  | number
  | boolean
  | Date
  | null
  | readonly unknown[]
  | { readonly [Operator in `$${string}`]?: unknown };

/** Fields that are not in the spec. Their names do not start with `$`, so that misspelt operators are errors. */
export interface CustomFilters {
  [field: `${CustomFieldBeginning | Uppercase<CustomFieldBeginning>}${string}`]: CustomFilter | undefined;
}

/** First characters of the names of such fields, in either case. */
export type CustomFieldBeginning = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm' | 'n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z' | '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '_';

/**
 * Conditions the users must meet: operator and value by field, as in `{ "role": { "$eq": "admin" } }`. The fields, and the operators each of them takes, are listed under `x-stream-filter-fields`.
 */
export interface QueryUsersPayloadFilterConditions extends CustomFilters {
  /** All of these match. */
  $and?: readonly QueryUsersPayloadFilterConditions[];
  /** At least one of these matches. */
  $or?: readonly QueryUsersPayloadFilterConditions[];
  /** None of these matches. */
  $nor?: readonly QueryUsersPayloadFilterConditions[];
  banned?: boolean | FilterOperators<boolean, '$eq'>;
  bypass_moderation?: boolean | FilterOperators<boolean, '$eq' | '$ne'>;
  created_at?: Date | FilterOperators<Date, '$eq' | '$exists' | '$gt' | '$gte' | '$in' | '$lt' | '$lte' | '$ne' | '$nin'>;
  email?: string | FilterOperators<string, '$eq' | '$in'>;
  id?: string | FilterOperators<string, '$autocomplete' | '$eq' | '$exists' | '$gt' | '$gte' | '$in' | '$lt' | '$lte' | '$ne' | '$nin'>;
  language?: string | FilterOperators<string, '$eq' | '$ne'>;
  last_active?: Date | FilterOperators<Date, '$eq' | '$exists' | '$gt' | '$gte' | '$in' | '$lt' | '$lte' | '$ne' | '$nin'>;
  name?: string | FilterOperators<string, '$autocomplete' | '$eq'>;
  role?: string | FilterOperators<string, '$eq' | '$exists' | '$gt' | '$gte' | '$in' | '$lt' | '$lte' | '$ne' | '$nin'>;
  shadow_banned?: boolean | FilterOperators<boolean, '$eq' | '$ne'>;
  teams?: string | FilterOperators<string, '$_none' | '$contains' | '$eq' | '$in'>;
  updated_at?: Date | FilterOperators<Date, '$eq' | '$exists' | '$gt' | '$gte' | '$in' | '$lt' | '$lte' | '$ne' | '$nin'>;
  username?: string | FilterOperators<string, '$autocomplete' | '$eq'>;
}
