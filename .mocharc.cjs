// What people say is read before any test, compiled or not as the tests are.
const isBuilt = process.argv.some((argument) => argument.includes('dist/'));

module.exports = { require: isBuilt ? ['./dist/test/words.js'] : ['./test/words.ts', './test/words.mjs'] };
