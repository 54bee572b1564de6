import { HostFailure } from '../../store/failure';
import type { HostObject } from '../hostObject';

/** Objects beside the workbook that Microsoft's scripts make by name, for their own ends. */
const SERVICES: Readonly<Record<string, HostObject>> = {
  'Microsoft.InternalService.AddinInternalService': {
    className: 'AddinInternalService',
    // The pane can take commands of the ribbon from now on.
    methods: { NotifyActionHandlerReady: () => null },
  },
};

export function serviceNamed(name: string): HostObject {
  const service = SERVICES[name];
  if (!service)
    throw new HostFailure('NotBuiltInStandIn', `The service ${name} is not built in the stand-in.`);
  return service;
}
