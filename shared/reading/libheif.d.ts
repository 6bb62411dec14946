/** What is used of it: the package's own types describe another way of exporting. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  type Context = { readonly context: unique symbol };
  type Handle = { readonly handle: unique symbol };
  type Picture = { readonly picture: unique symbol };
  type Choice = { readonly value: number };
  export type Libheif = {
    heif_context_alloc(): Context;
    heif_context_free(context: Context): void;
    heif_context_read_from_memory(context: Context, bytes: Uint8Array): { code: Choice };
    /** not a handle but an error with a `code` when there is none */
    heif_js_context_get_primary_image_handle(context: Context): Handle;
    heif_image_handle_get_width(handle: Handle): number;
    heif_image_handle_get_height(handle: Handle): number;
    heif_image_handle_release(handle: Handle): void;
    /** `channels` are views of its memory, gone with the next call; an error with a `code` when it cannot be decoded */
    heif_js_decode_image2(handle: Handle, colours: Choice, layout: Choice): { image: Picture };
    heif_image_release(picture: Picture): void;
    heif_error_code: { heif_error_Ok: Choice };
    heif_colorspace: { heif_colorspace_RGB: Choice };
    heif_chroma: { heif_chroma_interleaved_RGB: Choice };
  };
  export type HeifHandle = Handle;
  const start: () => Libheif;
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default start;
}
