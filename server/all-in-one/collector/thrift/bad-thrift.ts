/** The bytes are no such Thrift message. The text may go back to the sender. */
export class BadThrift extends Error {
  override readonly name = 'BadThrift';
}
