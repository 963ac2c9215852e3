export { managerOf, planWorkspace, refusal, type WorkspacePlan, type WorkspaceRequest } from './workspace.js';
