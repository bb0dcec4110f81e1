import { type Failure, offline } from './failure';
import { failed, ok, type Outcome } from './outcome';

const words = /dynamically imported module|Importing a module script failed|Loading chunk/i;

const partMissing: Failure = { reason: 'part-missing', trace: null };

/** Whether an error says that a file of the app did not load: there is no network, or a newer app took its place. */
export function isPartMissing(error: unknown): boolean {
  return words.test(String(error));
}

/** Why a part is missing. Without a network another try helps, after a deployment only a reload. */
export function failureOfPart(): Failure {
  return navigator.onLine ? partMissing : offline;
}

/** A part of the app that an action needs and that is loaded only then. */
export async function partOfApp<T>(part: Promise<T>): Promise<Outcome<T, never>> {
  try {
    return ok(await part);
  } catch (error) {
    console.error(error);
    return failed(failureOfPart());
  }
}
