// Questions to begin with, made of names that the corpus holds, so that each has something to answer it.

const MOST = 3;

/** Up to three questions; none where the lists cannot be read, since the chat works without. */
export async function suggestQuestions(server) {
  try {
    const { data } = await server.sources(MOST);
    return data.map(({ forms }) => `What does ${forms[0].name} say?`);
  } catch {
    return [];
  }
}
