import type { Routes } from '@angular/router';
import { describe, expect, it } from 'vitest';

import { loadAhead } from './load-ahead';

class Page {}

/** Routes that write down what was loaded of them. */
function routesOf(loaded: string[]): Routes {
  const page = (name: string) => () => {
    loaded.push(name);
    return Promise.resolve(Page);
  };
  const tasks: Routes = [
    {
      path: '',
      children: [
        { path: '', loadComponent: page('board') },
        { path: ':id', loadComponent: page('task') },
      ],
    },
  ];
  return [
    {
      path: '',
      loadComponent: page('shell'),
      children: [
        { path: '', pathMatch: 'full', loadComponent: page('home') },
        {
          path: 'c/:coop',
          children: [
            { path: 'tasks', loadChildren: () => Promise.resolve({ default: tasks }) },
            { path: 'broken', loadChildren: () => Promise.reject(new Error('gone')) },
          ],
        },
      ],
    },
    { path: 'sign-in', loadComponent: page('sign-in') },
  ];
}

async function loadedAt(address: string): Promise<string[]> {
  const loaded: string[] = [];
  loadAhead(routesOf(loaded), address.split('/').filter(Boolean));
  await new Promise((resolve) => setTimeout(resolve));
  return loaded;
}

describe('Loading ahead', () => {
  it.each([
    ['/', ['home', 'shell']],
    ['/c/lindenhof/tasks', ['shell', 'board']],
    ['/c/lindenhof/tasks/1', ['shell', 'task']],
    ['/sign-in', ['sign-in']],
    ['/nowhere', []],
    ['/c', []],
  ])('loads for %s what stands on the way there and nothing else', async (address, expected) => {
    expect(await loadedAt(address)).toEqual(expected);
  });

  it('leaves it to the router to meet a file that does not load', async () => {
    expect(await loadedAt('/c/lindenhof/broken')).toEqual(['shell']);
  });
});
