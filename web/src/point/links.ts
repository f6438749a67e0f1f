/** The page of a point. It ends in a plain word, since an address that ends in `….CH4` looks like a file to servers. */
export const pointPage = (id: string): string => `/points/${encodeURIComponent(id)}/trend`;
