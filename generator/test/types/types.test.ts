// One file, so that the compiler's own libraries are read once.
import './chat.js';
import './enums.js';
import './filters.js';
