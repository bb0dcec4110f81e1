import eslint from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which room may know which: ui/ only ui/, a feature never another feature, Apollo only in core/graphql. */
const rooms = {
  apollo: {
    group: ['@apollo/client', '@apollo/client/*', 'apollo-angular', 'apollo-angular/*'],
    message: 'Use core/graphql.',
  },
  aboveUi: { regex: '/(core|features|shell|graphql)/', message: 'ui/ imports only ui/.' },
  otherFeature: {
    regex: '^(\\.\\./)+features/|^\\.\\./\\.\\./(?!core/|ui/|graphql/|\\.\\./)[a-z-]+/',
    message: 'A feature never imports another.',
  },
  shell: { regex: '/shell/', message: 'Only the app imports the shell.' },
  features: { regex: '/features/', message: 'core/ never knows a feature.' },
};
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.angular', 'src/app/graphql']),
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strict,
      tseslint.configs.stylistic,
      angular.configs.tsRecommended,
    ],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'coop', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'coop', style: 'camelCase' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // An empty class is how a component with nothing but a template looks.
      '@typescript-eslint/no-extraneous-class': 'off',
      // A variable named for its meaning may hide an outer one inside a template or a callback; `undefined` returns are clear.
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  { files: ['src/app/**/*.ts'], ignores: ['src/app/core/graphql/**'], rules: forbid(rooms.apollo) },
  {
    files: ['src/app/core/**/*.ts'],
    ignores: ['src/app/core/graphql/**'],
    rules: forbid(rooms.apollo, rooms.features, rooms.shell),
  },
  { files: ['src/app/ui/**/*.ts'], rules: forbid(rooms.apollo, rooms.aboveUi) },
  { files: ['src/app/features/**/*.ts'], rules: forbid(rooms.apollo, rooms.shell, rooms.otherFeature) },
  {
    files: ['**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-self-closing-tags': 'off',
    },
  },
  {
    files: ['public/service-worker.js'],
    languageOptions: { globals: { self: 'readonly', caches: 'readonly', fetch: 'readonly', Request: 'readonly' } },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
