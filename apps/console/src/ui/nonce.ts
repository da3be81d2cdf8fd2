/** Marks what this page may put in line; the API makes a new one with every answer. */
export const NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
