/** What a stage or a person is found by: case and spaces do not make another one. */
export const sameName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
