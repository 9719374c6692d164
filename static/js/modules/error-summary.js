// Takes the reader to what must be corrected, and from each line to its field.
export default function errorSummary(summary) {
  summary.focus();
}
