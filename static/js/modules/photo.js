// A large photo is made smaller before it travels; whatever goes wrong, it travels as it is.
const LARGE = 400_000;
const SIDE = 1600;

export default function photo(input) {
  const start = () => shrink(input).catch(() => {});
  input.addEventListener("change", start);
  start(); // chosen before this arrived, on a slow line
}

async function shrink(input) {
  const [file] = input.files;
  if (!file?.type.startsWith("image/") || file.size < LARGE) return;
  const image = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
  if (!blob || blob.size >= file.size || input.files[0] !== file) return;
  const smaller = new DataTransfer();
  const name = file.name.replace(/\.\w+$/, "") + ".jpg";
  smaller.items.add(new File([blob], name, { type: blob.type }));
  input.files = smaller.files;
}
