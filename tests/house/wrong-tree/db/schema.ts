export interface DB { a: string }
