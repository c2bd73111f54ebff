// Has Netlify keep what builds leave for the next one. Where there is nothing yet, nothing happens.

const FOLDER = ".cache";

exports.onPreBuild = ({ utils }) => utils.cache.restore(FOLDER);
// Whatever came of the build: what it kept is as good.
exports.onEnd = ({ utils }) => utils.cache.save(FOLDER);
