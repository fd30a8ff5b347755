/** A rendered mail: everything that the reader will see. */
export interface Mail {
  subject: string;
  html: string;
  text: string;
}
