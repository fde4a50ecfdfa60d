/** A test with processes of its own, each of which takes a second to start on a machine that has time, may take so long. */
export const PROCESS_TEST_MILLIS = 60_000;
