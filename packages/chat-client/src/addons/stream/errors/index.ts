export type { StreamErrorFields } from './api-fields.js';
export { ChatTaskError, type TaskFailure } from './task-error.js';
export { ChatWebhookError, type WebhookFault } from './webhook-error.js';
