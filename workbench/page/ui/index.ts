import type { Host } from '../../host';

/** Shows the workbook in `root`: for now the names of its sheets. */
export function mountUi(host: Host, root: HTMLElement): void {
  const list = document.createElement('ul');
  const show = (): void =>
    list.replaceChildren(
      ...host.book.sheets.map(({ name }) =>
        Object.assign(document.createElement('li'), { textContent: name }),
      ),
    );
  host.onChange(show);
  show();
  root.append(list);
}
