// Stands in the place of Streamlit's script of the charts, by the import map of the document. That
// script keeps a slow machine busy for seconds: without this the menu and the search would come
// after it. "charts" is Streamlit's own script, named by the same map.
const LONGEST = 10_000; // milliseconds; a page without a header has its charts all the same
const HEADER = ':is(.st-key-menu, .st-key-controls)';
const drawn = () => document.querySelector(`${HEADER} a`) !== null
  && document.querySelector(`${HEADER} [data-testid="stSkeleton"]`) === null;
const later = (done) => setTimeout(done, 50);

const began = performance.now();
while (!drawn() && performance.now() - began < LONGEST) await new Promise(later);
await new Promise(requestAnimationFrame); // what is drawn is seen with the next frame
await new Promise(later);
const charts = await import('charts');
export default charts.default;
