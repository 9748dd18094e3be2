// The same for test files that are loaded as modules: tsx keeps them apart from those that are required.
import './words.ts';
