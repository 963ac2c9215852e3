export type { Manager } from './texts.js';
export { managerOf, planWorkspace, type WorkspacePlan, type WorkspaceRequest } from './workspace.js';
