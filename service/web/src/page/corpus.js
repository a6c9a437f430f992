// What the chat says of the corpus before anything is asked.

import { cleanLine } from "../safe.js";

const MOST = 3;
// Of these as many are read as give three names that stand in a question without an article before them.
const READ = 20;
const NAME = /^\p{Lu}\S*(?: \p{Lu}\S*)*$/u;

/** How much is searched, and up to three questions of names that the corpus holds. */
export async function introduceCorpus(server) {
  const [outlets, sources] = await Promise.all([server.outlets(), server.sources(READ)]);
  const articles = outlets.data.reduce((sum, one) => sum + one.articles, 0) + outlets.unnamed;
  const names = sources.data.map(({ forms }) => cleanLine(forms[0].name)).filter((name) => NAME.test(name));
  const questions = names.slice(0, MOST).map((name) => `What did ${name} say?`);
  return { articles, outlets: outlets.data.length, unnamed: outlets.unnamed, questions };
}
