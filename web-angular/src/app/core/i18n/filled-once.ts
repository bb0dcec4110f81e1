import { Injectable } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';

const gap = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * Fills the gaps of a sentence in one go. What people wrote is filled in as it stands: the library's own way looks for
 * gaps in it again, and a task called `{{ title }}` would be filled with itself for ever.
 */
@Injectable()
export class FilledOnce implements TranslocoTranspiler {
  transpile({ value, params = {} }: TranspileParams): unknown {
    if (typeof value !== 'string') return value;
    return value.replace(gap, (_, name: string) => String((params as Record<string, unknown>)[name] ?? ''));
  }
}
