/** Goes on in silence when whoever reads the output has had enough (`… | head`), as other commands do. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
