import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

@Component({
  selector: 'coop-root',
  imports: [RouterOutlet],
  template: `
    <h1>theCooperator</h1>
    <router-outlet />
  `,
})
export class App {}
