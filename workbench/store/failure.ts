/** What Excel refuses: travels to the client as an error with this code. */
export class HostFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HostFailure';
  }
}

export const invalidArgument = (message = 'The argument is invalid or missing or has an incorrect format.') =>
  new HostFailure('InvalidArgument', message);
export const itemNotFound = () => new HostFailure('ItemNotFound', "The requested resource doesn't exist.");
