export { ImportSection } from './import-section';
export { type Imports, useImports } from './use-imports';
