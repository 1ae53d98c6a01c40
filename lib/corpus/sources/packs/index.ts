export { packFolder } from './pack-address';
export { fetchPackFile, openRemotePack, type PackFetch, type PackFileOutcome } from './remote-pack';
export { takePack, takeShard } from './take-pack';
