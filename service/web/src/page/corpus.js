// What the chat says of the corpus before anything is asked; it works without, where the lists cannot be read.

import { cleanLine } from "../safe.js";

const MOST = 3;

/** How much is searched, and up to three questions of names that the corpus holds; null where it cannot be read. */
export async function introduceCorpus(server) {
  try {
    const [outlets, sources] = await Promise.all([server.outlets(), server.sources(MOST)]);
    const articles = outlets.data.reduce((sum, one) => sum + one.articles, 0) + outlets.unnamed;
    const questions = sources.data.map(({ forms }) => `What did ${cleanLine(forms[0].name)} say?`);
    return { articles, outlets: outlets.data.length, unnamed: outlets.unnamed, questions };
  } catch {
    return null;
  }
}
