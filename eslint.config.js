import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['build/', 'data/', '.svelte-kit/', 'shared/static/']),
  typescript.configs.recommended,
  svelte.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The types of TypeScript know the globals of each side better than a list would.
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      // The addresses stand at the root of their own host: there is no base path to resolve against.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['{kiosk,display,counter,server,shared,tests}/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['server/setup/**', 'server/cli.ts', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.{js,ts}'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
