// A file that could not be made Streamlit tells of in English, for five seconds and without the
// reason. The script knows it: this lets it run and say so.
const TOLD = '[data-testid="stDownloadButtonError"]';
let watch = null;

export default function ({ setTriggerValue }) {
  watch?.disconnect(); // called again on every run
  watch = new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    if (added.some((node) => node.matches?.(TOLD) || node.querySelector?.(TOLD))) {
      setTriggerValue('failed', true);
    }
  });
  watch.observe(document.body, { subtree: true, childList: true });
  return () => watch.disconnect();
}
