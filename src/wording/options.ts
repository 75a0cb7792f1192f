/** Options in the author's own spelling. */
export { spellingOf as optionSpelling } from "../fixes/spelling.js";
export { nearestName } from "../apis/nearest.js";
