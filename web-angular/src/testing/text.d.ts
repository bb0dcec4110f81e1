/** The worker as text: it runs in a world of its own, which a test has to play. */
declare module '*/service-worker.js' {
  const text: string;
  export default text;
}
