/** A file that came with a multipart request. */
export class UploadedFile {
  constructor(
    readonly fileName: string,
    readonly mediaType: string,
    readonly bytes: Uint8Array,
  ) {}
}
