export { type Manager, managerOf, planWorkspace, type WorkspacePlan, type WorkspaceRequest } from './workspace.js';
