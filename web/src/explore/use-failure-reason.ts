import { ApiError } from '../data/api-error.ts';
import { useWords } from '../ui/words/use-words.ts';

/** Why a request failed, in a few words within a sentence; empty where none did. */
export function useFailureReason(error: Error | undefined): string {
  const { byCode } = useWords().problem;
  if (error === undefined) return '';
  return byCode[error instanceof ApiError ? error.code : 'internal'].title.replace(/[.。]$/, '');
}
